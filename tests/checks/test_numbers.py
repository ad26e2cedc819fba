"""Numbers are compared by value, and a finding names the right words on both sides."""

import pytest

from aligner.checks._number_comparison import compare
from aligner.checks.numbers import RULE
from aligner.model import Block, Context, Lang, Pair, Segment
from tests.checks.asking import asked

EN_ZH: tuple[Lang, Lang] = ("en", "zh")


def turned(langs: tuple[Lang, Lang]) -> tuple[Lang, Lang]:
    return langs[1], langs[0]


AGREEING = [
    ("We enrolled 12,000 adults.", "纳入1.2万名成人。"),
    ("Blood pressure was 120/80 mmHg.", "血压为120/80 mmHg。"),
    ("The risk rose 2-fold.", "风险增加1倍。"),
    ("The risk fell by a third.", "风险下降1/3。"),
    ("From 31 January–15 March 2020", "2020年1月31日至3月15日"),
    ("in 2019/20 and 2009-10", "2019/2020年和2009-2010年"),
    ("a 6-month follow-up", "随访半年"),
    ("24 hours later", "1天后"),
    ("in the mid-1990s", "20世纪90年代中期"),
    ("men in their 50s", "50～60岁男性"),
    ("a genome of 26 to 32 kilobases", "基因组为2.6万至3.2万个碱基"),
    ("5 (51.5, 56.5) letters", "5（51.5，56.5）个字母"),
    ("grade 3/4 toxicity", "3级或4级毒性"),
    ("type II diabetes and stage III disease", "2型糖尿病，III期疾病"),
    ("COVID-19 pneumonia", "新冠肺炎"),
    ("The nodule is taller than wide.", "结节纵横比＞1。"),
    ("Toxic epidermal necrolysis (TEN) of all four limbs", "四肢中毒性表皮坏死松解症（TEN）"),
    ("Exercise is advised. (A, I)", "建议运动。（A级推荐，Ⅰ级证据）"),
    ("coronavirus disease 2019", "新型冠状病毒肺炎"),
    ("serotonin and dopamine", "5-羟色胺和多巴胺"),
    ("K562 cells", "K 562细胞"),
    ("anti-IL-6 therapy", "抗IL-6治疗"),
    ("1) Safety. We saw 3 events.", "安全性：发生3例事件。"),
    ("He was public enemy number 1.", "他是头号公敌。"),
    ("fifty (50) years", "五十岁"),
    ("over a dozen centres", "十多个中心"),
    ("During 2,345.6 person-years", "累计随访2 345.6人年"),
    ("It rose from 10.2 ± 2.1 to 17.4 ± 3.3 million/mL.", "由（10.2±2.1）×10⁶/ml升至（17.4±3.3）×10⁶/ml。"),
    ("Pressure stayed below 18 mmHg.", "压力均低于18 mmHg（1 mmHg=0.133 kPa）。"),
    ("an equal volume of 0.9% saline", "等量生理盐水"),
    ("normal saline was given", "给予0.9%氯化钠溶液"),
    ("It was seen in 12 (24.0%) women.", "发生率为24.0%（12/50）。"),
    ("There were 40 men and 25 women.", "65例患者中男40例，女25例。"),
    ("Pain decreased in all groups.", "3组疼痛均减轻。"),
    ("An interleukin-17A (IL-17A) inhibitor", "白细胞介素-17A（interleukin-17A，IL-17A）抑制剂"),
    ("a rate of 60 mL/min/1.73 m2", "滤过率为60 ml·min-1·（1.73 m2）-1"),
    ("a rate of 60 mL/min/1.73 m2", "滤过率为60 ml·min-1·1.73 m-2"),
    ("two dozen nurses", "二十余名护士"),
    ("20 men in group A and 20 in group B", "A、B两组各20例男性"),
    ("at 1, 3, 6 and 12 months", "术后1、3、6个月及1年"),
    ("5.6 × 109/L", "5.6×10⁹/L"),
    ("one in four women", "四分之一的女性"),
    ("twice daily for 7 days", "每日2次，连用7天"),
    ("grade 3–4 events", "Ⅲ～Ⅳ级事件"),
    ("the 36-item Short Form (SF-36)", "36项简明健康量表（SF-36）"),
    ("All 100% agreed.", "全部同意。"),
    ("factor V (FV)", "凝血因子Ⅴ（FⅤ）"),
    ("21 per 100,000 population", "21/10万"),
    ("21/100,000", "10万分之21"),
    ("3.5 per 1000 live births", "活产婴儿3.5‰"),
    ("12 per 10,000 a year", "每年12/万"),
    ("over 3 decades", "30余年间"),
    ("over the past two decades", "过去20年"),
    ("a man in his fifties", "一名50多岁的男性"),
    ("aspirin 100 mg q.d.", "阿司匹林100 mg，每日1次"),
    ("0.5 g b.i.d.", "0.5 g，每日2次"),
    ("0.5 g three times a day", "0.5 g tid"),
    ("0.5 g q8h", "0.5 g，每8小时1次"),
    ("reviewed quarterly", "每3个月复查1次"),
    ("a quarter of a million people", "25万人"),
    ("three quarters of a million", "75万"),
    ("half a billion", "5亿"),
    ("a visual acuity of 20/40", "视力为0.5"),
    ("an acuity of 20/30", "视力为0.67"),
    ("a temperature of 101.3°F", "体温38.5℃"),
    ("from 97 to 99 °F", "36.1～37.2℃"),
    ("39°C (102.2°F)", "39℃"),
    ("shown before [12,13]", "既往研究显示"),
    ("at 11.20 am", "上午11时20分"),
    ("0.5 g", "500 mg"),
    ("a weight of 150 lb", "体重68 kg"),
    ("six feet or 1.8 m", "6英尺，即1.8 m"),
    ("fasting glucose of 126 mg/dL", "空腹血糖7.0 mmol/L"),
    ("creatinine of 1.2 mg/dL", "肌酐106 μmol/L"),
    ("60 mmHg", "8.0 kPa"),
    ("platelets of 50,000/μL", "血小板50×109/L"),
    ("$300+ billion", "3,000多亿美元"),
    ("Article 33-1", "第三十三条之一"),
    ("from 20 to 10 mg", "由20 mg降至10 mg"),
    ("39% of them, a share of 0.39", "其中39%，占0.39"),
    ("inducers of cytochrome P450 and P-glycoprotein", "细胞色素P450和P-糖蛋白诱导剂"),
    ("interleukin-10 (IL-10) in 14 mice", "14只小鼠的白细胞介素-10（interleukin-10，IL-10）"),
    ("IL-10 in 14 mice", "14只小鼠的白细胞介素10（interleukin 10，IL-10）"),
    ("interleukin 10 (IL-10)", "IL-10"),
    ("glucose-6-phosphatase (G6PC)", "葡萄糖-6-磷酸酶（glucose-6-phosphatase，G6PC）"),
    ("Admissions in the first winter were halved (9 vs 18).", "第1个冬季的住院减少一半（9例次比18例次）。"),
    ("half of those with a BMI above 25 kg/m2", "BMI>25 kg/m2者的一半"),
    ("the GAD-7", "7项广泛性焦虑量表（generalized anxiety disorder-7，GAD-7）"),
    ("the AAV8 vector", "8型腺相关病毒（adeno-associated virus 8，AAV8）载体"),
    ("type 2 diabetes mellitus (T2DM)", "2型糖尿病（T2DM）"),
    ("500 mg/m2 twice daily, with or without drug X", "两组均给予500 mg/m2，每日2次，其中一组加用药物X"),
    ("6 cycles of 21 days", "每21 d为1个周期，共6个周期"),
    ("three perforations (of stomach, colon and rectum)", "穿孔3例（胃、结肠和直肠各1例）"),
    ("four perforations (of stomach and colon)", "穿孔4例（胃和结肠各2例）"),
    ("sixty mice in three equal groups", "60只小鼠均分为三组，每组20只"),
    ("Ruptured spleen in a 7-week-old infant", "婴儿脾破裂1例"),
    ("Ruptured spleen in a 7-week-old infant: case report and review", "婴儿脾破裂1例并文献复习"),
    ("taken in two portions, morning and evening", "早晚分服"),
    ("applied in the morning and evening", "每日2次外用"),
    ("a round-the-clock hotline", "24 h热线"),
    ("a hotline open 24/7", "全天候热线"),
    ("The four groups were compared.", "多组间比较采用方差分析。"),
    ("The groups were compared.", "3组间比较。"),
    ("Nurses were randomly allocated to lectures or to videos.", "将护士随机分为2组：讲座组和视频组。"),
    ("They were randomised (1:1:1) to keep, halve or stop the drug.", "按1∶1∶1随机分为3组：维持、减半或停用该药。"),
    (
        "Sites were assigned to a nurse (0.5 day), a leaflet, or usual care.",
        "各中心分入3个组：护士（0.5天）、手册或常规照护。",
    ),
    ("The 90 strains isolated during this period", "2011年—2016年分离的90株菌"),
    ("From 2011 to 2016, 90 strains were isolated.", "研究期间共分离90株菌。"),
]


@pytest.mark.parametrize(("english", "chinese"), AGREEING)
def test_equal_values_agree_in_both_directions(english: str, chinese: str) -> None:
    for source, target, langs in ((english, chinese, EN_ZH), (chinese, english, turned(EN_ZH))):
        found = compare(source, target, langs)
        assert (found.swapped, found.missing, found.extra) == ((), (), ())


@pytest.mark.parametrize(
    ("source", "target", "pair"),
    [
        ("12 of 30 men", "30名男性中21名", ("12", "21")),
        ("0.5 mg and 7 mg", "5 mg和7 mg", ("0.5", "5")),
        ("IL-6 rose", "IL-8升高", ("IL-6", "IL-8")),
        ("NCT01234567", "注册号NCT01234568", ("NCT01234567", "NCT01234568")),
        ("three men", "两名男性", ("three", "两")),
        ("stage III", "II期", ("III", "II")),
        ("NYHA class ≥ II", "NYHA分级≥Ⅲ级", ("II", "Ⅲ")),
        ("Exercise is advised. (A, I)", "建议运动。（A，Ⅱ）", ("I", "Ⅱ")),
        ("a lesion of T8", "L8病变", ("T8", "L8")),
        ("TEN PATIENTS", "12例患者", ("TEN", "12")),
        ("1.2 million", "12万", ("1.2 million", "12万")),
        ("101°F", "39.5℃", ("101", "39.5")),
        ("21 per 100,000", "21/1万", ("100,000", "21/1万")),
        ("over 3 decades", "20余年间", ("3", "20")),
        ("in March 2020", "2020年4月", ("March", "4")),
        ("12 men and 34 women", "12名男性和12名女性", ("34", "12")),
        ("0.39%", "39%", ("0.39", "39")),
        ("glucose of 126 mg/dL", "血糖8.0 mmol/L", ("126", "8.0")),
        ("a weight of 150 lb", "体重78 kg", ("150", "78")),
        ("50 × 10^9/L", "50×10⁸/L", ("10^9", "10⁸")),
        ("five patients", "五十例患者", ("five", "五十")),
        ("fifty-five patients", "5例患者", ("fifty-five", "5")),
        ("10 of the models without a fault", "1个模型没有问题", ("10", "1")),
        ("12, 34 and 56 cases", "12、56和34例", ("34 and 56", "56和34")),
        ("54.1 ± 8.7", "8.7±54.1", ("54.1 ± 8.7", "8.7±54.1")),
        ("120/80 mmHg", "80/120 mmHg", ("120/80", "80/120")),
        ("from 12% to 25%", "由25%升至12%", ("12% to 25", "25%升至12")),
        ("five positive and ten negative samples", "前十个阳性和前十个阴性样本", ("five", "十")),
        ("P450 and P-selectin", "P451和P-选择素", ("P450", "P451")),
        ("three groups", "两组", ("three", "两")),
        ("Ruptured spleen in a 7-week-old infant", "9周龄婴儿脾破裂1例", ("7", "9")),
        ("From 2011 to 2016, during this period", "2011—2017年，研究期间", ("2016", "2017")),
        ("a recovery of 91.2%–107.4%", "回收率为91.2%~104.7%", ("107.4", "104.7")),
    ],
)
def test_a_swapped_number_is_one_disagreement(source: str, target: str, pair: tuple[str, str]) -> None:
    for a, b, langs in ((source, target, EN_ZH), (target, source, turned(EN_ZH))):
        found = compare(a, b, langs)
        if langs == EN_ZH or pair != ("34", "12"):
            named = [{x.span.text, y.span.text} for x, y in found.swapped]
            assert (named, found.missing, found.extra) == ([set(pair)], (), ())


@pytest.mark.parametrize(
    ("source", "target", "missing"),
    [
        ("5 mg for 14 days", "5 mg", ["14"]),
        ("P=0.05 in men, P=0.05 in women", "男性P=0.05，女性P", ["0.05"]),
        ("1 man in the first group", "第一组的男性", ["1"]),
        ("ten percent died", "其中死亡", ["ten"]),
        ("vaccinated by the end of October", "在月底前接种", ["October"]),
        ("A 7-week-old infant had a ruptured spleen.", "婴儿脾破裂。", ["7"]),
        ("The four drugs were compared.", "比较各组药物。", ["four"]),
        ("From 2011 to 2016, 90 strains were isolated.", "共分离90株菌。", ["2011", "2016"]),
        ("taken in three portions", "早晚分服", ["three"]),
    ],
)
def test_a_lost_number_is_missing(source: str, target: str, missing: list[str]) -> None:
    assert [t.span.text for t in compare(source, target, EN_ZH).missing] == missing


@pytest.mark.parametrize(
    ("source", "target", "pair"),
    [
        ("2.5 mg twice daily", "2.5 mg，每日三次", ("twice", "三次")),
        ("2.5 mg twice daily", "2.5 mg，3次/日", ("twice", "3次")),
        ("0.5 g t.i.d.", "0.5 g，每日两次", ("t.i.d", "两次")),
        ("Half of the patients", "三分之一的患者", ("Half", "三分之一")),
        ("Fewer than one quarter were men.", "不足三分之一为男性。", ("one quarter", "三分之一")),
        ("Reduce the dose to a quarter.", "剂量减至三分之一。", ("a quarter", "三分之一")),
    ],
)
def test_phrases_of_frequency_and_share_are_compared(source: str, target: str, pair: tuple[str, str]) -> None:
    for a, b, langs in ((source, target, EN_ZH), (target, source, turned(EN_ZH))):
        found = compare(a, b, langs)
        named = [{x.span.text, y.span.text} for x, y in found.swapped]
        assert (named, found.missing, found.extra) == ([set(pair)], (), ())


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("twice daily", "每12小时1次"),
        ("once or twice daily", "每日1～2次"),
        ("once daily or twice weekly", "每周2次或每日1次"),
        ("half of the men and 1/3 of the women", "50%的男性和三分之一的女性"),
        ("one in three in the second half of the year", "下半年为三分之一"),
        ("half of an hour in one third of them", "三分之一的患者为半小时"),
        ("two thirds of them", "其中三分之二"),
        ("cut by a third", "减少三分之一"),
    ],
)
def test_phrases_said_in_another_way_agree(english: str, chinese: str) -> None:
    for source, target, langs in ((english, chinese, EN_ZH), (chinese, english, turned(EN_ZH))):
        assert compare(source, target, langs).swapped == ()


@pytest.mark.parametrize(
    ("source", "target", "suggestion"),
    [
        ("100,000 people", "1万人", "10万"),
        ("1.2 million people", "12万人", "120万"),
        ("25,300 people", "25.3万人", "2.53万"),
        ("350 people", "350万人", "350"),
        ("3 billion cells", "3亿个细胞", "30亿"),
        ("1.2 million people", "120,000人", "1,200,000"),
        ("5 million cells", "5个细胞", "500万"),
        ("12 men", "21名男性", "12"),
        ("stage III", "II期", None),
        ("three lesions", "二处病灶", "三"),
        ("three lesions", "2处病灶", "3"),
        ("two lesions", "三处病灶", None),
    ],
)
def test_suggests_the_number_as_the_translation_writes_it(source: str, target: str, suggestion: str | None) -> None:
    sides = (Segment(Block(source), 0, source, "en"),), (Segment(Block(target), 0, target, "zh"),)
    pair = Pair(1, *sides, 0.9, "lines")
    assert [hit.suggestion for hit in RULE.check(pair, Context((pair,), (), *EN_ZH))] == [suggestion]


@pytest.mark.parametrize(
    ("source", "target", "suggestion"),
    [
        ("三处病灶", "two lesions", "three"),
        ("五例患者痊愈。", "Two patients recovered.", "Five"),
    ],
)
def test_suggests_small_numbers_in_english_words(source: str, target: str, suggestion: str | None) -> None:
    assert [finding.suggestion for finding in asked("numbers", source, target)] == [suggestion]


def test_suggests_english_figures_for_chinese_scale_words() -> None:
    source, target = "1.2万人和3亿个细胞", "1,200 people and 3 million cells"
    sides = (Segment(Block(source), 0, source, "zh"),), (Segment(Block(target), 0, target, "en"),)
    pair = Pair(1, *sides, 0.9, "lines")
    hits = list(RULE.check(pair, Context((pair,), (), "zh", "en")))
    assert [hit.suggestion for hit in hits] == ["12,000", "300 million"]


def test_a_name_that_breaks_off_is_told_where_one_is_missing() -> None:
    found = compare("IL-10 and TNF-α rose", "IL-和TNF-α升高", EN_ZH)
    assert [(a.span.text, b.span.text) for a, b in found.swapped] == [("IL-10", "IL-")]
    assert compare("IL-10 of the IL- family", "IL-家族的IL-10", EN_ZH).swapped == ()


def test_a_date_before_a_name_in_brackets_is_read() -> None:
    assert compare("in week 12/2020 (IL-6)", "2020年第12周（IL-6）", EN_ZH).missing == ()


def test_a_number_that_only_a_shared_name_holds_is_told_once() -> None:
    english, chinese = "a BMI above 25 kg/m2", "2家医院BMI>25 kg/m2者"
    assert [t.span.start for t in compare(english, chinese, EN_ZH).extra] == [0]
    assert [t.span.start for t in compare(chinese, english, turned(EN_ZH)).missing] == [0]


def test_an_added_number_is_extra() -> None:
    found = compare("treated for days", "治疗14天", EN_ZH)
    assert [t.span.text for t in found.extra] == ["14"]


@pytest.mark.parametrize(
    ("source", "target", "extra"),
    [
        ("IL-10", "白细胞介素-12（IL-10）", ["12"]),
        ("glucose-6-phosphatase (G6PC)", "葡萄糖-7-磷酸酶（glucose-6-phosphatase，G6PC）", ["7"]),
        ("Admissions were halved.", "第1个冬季的住院减少一半。", ["1"]),
        ("round-the-clock nursing", "12 h护理", ["12"]),
        ("five perforations (of stomach and colon)", "穿孔5例（胃和结肠各2例）", ["2"]),
        ("The drugs were compared.", "3组间比较。", ["3"]),
        ("Nurses were allocated to lectures or to videos.", "将护士随机分为3组。", ["3"]),
        ("They were randomised 1:1:1 to keep, halve or stop it.", "按1∶1∶1随机分成2组。", ["2"]),
        ("Nurses heard lectures or saw videos.", "护士分为2组。", ["2"]),
        ("a report on strains", "2011—2016年的菌株", ["2011", "2016"]),
    ],
)
def test_what_is_customary_in_other_words_is_extra_here(source: str, target: str, extra: list[str]) -> None:
    assert {t.span.text for t in compare(source, target, EN_ZH).extra} == set(extra)


def test_chinese_number_words_on_their_own_do_not_count() -> None:
    found = compare("The drugs were compared.", "比较了这两种药物。", EN_ZH)
    assert found.extra == ()


def test_very_many_numbers_are_still_compared() -> None:
    found = compare(" ".join(map(str, range(1000, 1400))), "、".join(map(str, range(5000, 5400))), EN_ZH)
    assert len(found.swapped) == 400


@pytest.mark.parametrize(
    ("source", "target", "right"),
    [
        (
            "We enrolled 17 patients and 40 nurses.",
            "纳入40名患者和17名护士。",
            "17名患者和40",
        ),
        (
            "Schools in 43 cities were closed for 4 weeks.",
            "4个城市的学校停课43周。",
            "43个城市的学校停课4",
        ),
        (
            "疼痛消失者占31.5%，肿胀消退者占28.4%。",
            "Pain disappeared in 28.4% and swelling subsided in 31.5%.",
            "31.5% and swelling subsided in 28.4",
        ),
        (
            "以阻塞性（33.9%）最多，其次为限制性（24.8%）。",
            "Defects were restrictive (33.9%) or obstructive (24.8%).",
            "24.8%) or obstructive (33.9",
        ),
        (
            "随访期内复发者联合组3例，对照组8例。",
            "During follow-up, the disease relapsed in eight patients in the combination group and in three controls.",
            "three patients in the combination group and in eight",
        ),
    ],
)
def test_numbers_that_changed_places_are_told_by_what_stands_beside_them(source: str, target: str, right: str) -> None:
    (finding,) = asked("numbers", source, target)
    assert (finding.severity, finding.suggestion) == ("major", right)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("He was first seen on 14 April 2019 with a cough.", "2019年4月14日，患者因咳嗽首诊。"),
        (
            "The score fell from 8 to 5 in men and rose from 6 to 7 in women.",
            "女性评分由6分升至7分，男性由8分降至5分。",
        ),
        ("Of 40 nurses, 17 were vaccinated.", "接种疫苗者17名，护士共40名。"),
        ("It was 27 ft long by 8 ft wide by 3 ft deep.", "它长27英尺，宽8英尺，深3英尺。"),
        (
            "We tested 154 amateur and professional runners 12 months after surgery.",
            "对术后满12个月的业余及专业跑步者154名进行测试。",
        ),
        ("The rates of fever and rash were 12% and 7%.", "发热率12%，皮疹率7%。"),
        (
            "Beds ranged from 29 in the north to 4 per 1,000 people in the south.",
            "每1000人床位数从北部的29张到南部的4张不等。",
        ),
    ],
)
def test_numbers_in_another_order_have_not_changed_places(source: str, target: str) -> None:
    assert asked("numbers", source, target) == []
    assert asked("numbers", target, source) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Rates rose over the past five years.", "2015—2020年发病率上升。"),
        ("近3年（2019—2021年）共收治40例。", "Forty patients were treated over the past three years."),
        ("The difference was significant (P < 0.01).", "3组差异有统计学意义（P<0.01）。"),
        ("Age did not differ between groups (P=NS).", "两组年龄差异无统计学意义（P>0.05）。"),
        ("4月12日至4月15日停药4天。", "It was stopped for 4 days, from 12 to 15 April."),
        ("近1周发作2次，其中1次摔倒。", "He had two attacks in the past week, and in one he fell."),
        ("In all, 312 cases were seen during the 12 years.", "2009—2020年共报告312例。"),
        ("2011—2020年10年间共收治30例。", "Thirty patients were treated from 2011 to 2020, a 10-year period."),
        ("Agreement was good in the two cohorts.", "训练组与测试组的一致性均良好。"),
        ("Four sessions were held at intervals of 3 to 5 weeks.", "每3～5周治疗1次，共4次。"),
        ("Few were fed by tube in the last week of life.", "生命最后1周内鼻饲者很少。"),
        ("Infants of 23 1/7 to 27 6/7 weeks were enrolled.", "纳入胎龄23周+1至27周+6的婴儿。"),
        ("We compared two doses of ketamine.", "比较不同剂量的氯胺酮。"),
        ("All eyes were examined by slit lamp and OCT.", "所有患眼均行裂隙灯及OCT检查。"),
        ("针刺双侧足三里、公孙。", "Zusanli (ST 36) and Gongsun (SP 4) were needled on both sides."),
        ("每小时测量1次体温。", "Temperature was taken hourly."),
        ("检测第1秒用力呼气容积和一氧化碳弥散量。", "The volume in one second and the diffusing capacity for CO"),
    ],
)
def test_what_is_told_otherwise_is_no_other_number(source: str, target: str) -> None:
    assert asked("numbers", source, target) == []
    assert asked("numbers", target, source) == []


@pytest.mark.parametrize(
    ("source", "target", "marks"),
    [
        ("It is rare [11].", "该病罕见[12]。", [("[11]", "[12]")]),
        ("It is rare [1]; so is that [4–6].", "该病罕见［1］，另一种亦然[4～7]。", [("[4–6]", "[4～7]")]),
        ("It is rare [1]; so is that [2].", "该病罕见[2]，另一种亦然[1]。", []),
        ("It is rare [1,2].", "该病罕见。", []),
        ("It is rare [4-6].", "该病罕见[4，5，6]。", []),
        ("It is rare [1].\nIt kills [2].", "该病罕见[2]。\n可致死[1]。", []),
    ],
)
def test_references_that_were_changed(source: str, target: str, marks: list[tuple[str, str]]) -> None:
    found = asked("numbers", source, target)
    assert [(f.source.text, f.target.text) for f in found if f.source and f.target] == marks
    assert len(found) == len(marks)


def test_another_length_of_time_is_another_number() -> None:
    assert asked("numbers", "Rates rose over the past eight years.", "2015—2020年发病率上升。")
