"""Sides, directions, negations and other opposites: reported where the pair settles it, and only there."""

import pytest

from tests.checks.asking import asked


@pytest.mark.parametrize(
    ("rule", "source", "target", "words", "suggestion"),
    [
        ("sides", "The left kidney was removed.", "切除右肾。", ("left", "右"), "左"),
        ("sides", "Left and right; the left hurt.", "左侧和右侧，右侧疼痛。", ("left", "右"), "左"),
        (
            "sides",
            "左右两肺清晰，右肺叶切除。",
            "Left and right lungs; left lobectomy.",
            ("右", "left"),
            "right",
        ),
        (
            "sides",
            "Both the upper and lower respiratory tract",
            "上呼吸道和上呼吸道",
            ("lower respiratory tract", "上"),
            "下",
        ),
        ("direction", "Hyperkalaemia was treated.", "治疗低钾血症。", ("Hyperkalaemia", "低钾"), "高钾"),
        (
            "direction",
            "治疗前疼痛明显。",
            "Pain was bad after treatment.",
            ("治疗前", "after treatment"),
            "before treatment",
        ),
        ("opposites", "急性阑尾炎", "Chronic appendicitis", ("急性", "Chronic"), "Acute"),
        ("direction", "血压下降。", "It had an increasing trend.", ("下降", "increasing"), None),
        ("direction", "结果为阴性。", "It was seropositive.", ("阴性", "seropositive"), "seronegative"),
        (
            "direction",
            "Stay was longer in adults than in children.",
            "儿童的住院时间长于成人。",
            ("children", "成人"),
            None,
        ),
        (
            "direction",
            "Men were heavier than women, and fever was more common in adults than in children.",
            "男性体重大于女性，儿童发热的比例高于成人。",
            ("children", "成人"),
            None,
        ),
        (
            "direction",
            "Strength was higher on the healthy side than on the affected side.",
            "患侧肌力高于健侧。",
            ("affected side", "健侧"),
            None,
        ),
        (
            "direction",
            "术后疼痛评分低于术前。",
            "Pain scores were lower preoperatively than postoperatively.",
            ("术前", "postoperatively"),
            None,
        ),
        (
            "sides",
            "In 30 patients, ipsilateral pain scored 6 and contralateral pain 2.",
            "30例患者同侧疼痛评2分，对侧疼痛6分。",
            ("ipsilateral", "同侧"),
            None,
        ),
        (
            "sides",
            "The affected and healthy sides measured 3.5 and 2 mm.",
            "健侧和患侧分别为3.5和2 mm。",
            ("affected", "患侧"),
            None,
        ),
        ("direction", "Mortality fell to 12%.", "病死率降低12%。", ("fell to 12", "降低"), None),
        (
            "opposites",
            "All elderly patients recovered.",
            "大多数老年患者康复。",
            ("All elderly patients", "大多数老年患者"),
            None,
        ),
        ("direction", "男性比女性年龄更大。", "Women were older than men.", ("女性年龄", "men"), None),
        ("direction", "The plate was superior to the nail.", "钢板劣于髓内钉。", ("superior to", "劣于"), "优于"),
        ("sides", "The scar lies distally.", "瘢痕位于近端。", ("distally", "近端"), "远端"),
        ("negation", "Age was not significantly different.", "年龄差异显著。", ("not significantly", "显著"), None),
        ("negation", "Diet was not associated with gout.", "饮食与痛风有关联。", ("not associated", "有关联"), None),
    ],
)
def test_the_words_are_named_and_the_right_one_is_given(
    rule: str, source: str, target: str, words: tuple[str, str], suggestion: str | None
) -> None:
    (finding,) = asked(rule, source, target)
    assert finding.source is not None
    assert finding.target is not None
    assert (finding.source.text, finding.target.text) == words
    assert (finding.suggestion, finding.severity) == (suggestion, "critical")


@pytest.mark.parametrize(
    ("rule", "source", "target"),
    [
        ("sides", "About 30 cm to the right", "向右30 cm左右"),
        ("sides", "The contralateral side of the left knee", "左膝的对侧，即右侧"),
        ("sides", "the right to treatment", "依左列规定治疗"),
        ("sides", "Scores were lower in the arms.", "上肢评分较低。"),
        ("direction", "Stay was longer in adults than in children.", "儿童的住院时间短于成人。"),
        ("direction", "Grip was weaker on the affected side than on the healthy side.", "健侧握力大于患侧。"),
        ("direction", "Scores were lower after surgery than before surgery.", "术前评分高于术后。"),
        (
            "direction",
            "The risk was not only higher in men but higher than in boys.",
            "男性的风险不仅更高，而且高于男童。",
        ),
        (
            "direction",
            "It shall not be lower than the cost, nor may it be lower than the tax.",
            "不得低于成本，且不得低于税额。",
        ),
        (
            "direction",
            "The level was no lower than that of a third of controls, not all.",
            "水平不得低于三分之一的对照，而非全部。",
        ),
        ("opposites", "Unlike other drugs, it causes no nausea.", "与其他药物不同，本品不引起恶心。"),
        ("opposites", "Continue until the fever has gone.", "用药至退热后停药。"),
        ("opposites", "Warfarin was stopped during maintenance therapy.", "维持治疗期间停用华法林。"),
        ("negation", "The effect was independent of age.", "该作用与年龄无关。"),
        ("direction", "Stay was longer in adults than in children.", "成人的住院时间长于儿童。"),
        ("sides", "Left 9 cm, right 11 cm (normal: 10 cm)", "右侧11 cm，左侧9 cm（正常值为10 cm）"),
        ("sides", "9 cm on the left, 11 cm on the right", "左侧9 cm，右侧11 cm"),
        ("direction", "Mortality fell by 3% to 12%.", "病死率降低3%，降至12%。"),
        ("opposites", "A few children had a rash.", "部分患儿出现皮疹。"),
        ("direction", "髓内钉劣于钢板。", "The plate was superior to the nail."),
        ("direction", "The rate was more than half, and higher than 30%.", "比例过半，高于30%。"),
        ("direction", "Survival improved as deaths fell.", "死亡减少，生存率升高。"),
        ("direction", "The lower respiratory tract", "下呼吸道感染增加"),
        ("direction", "HBV DNA−, HBsAg positive", "HBV DNA阴性，HBsAg阳性"),
        ("opposites", "Male sex, with chronic disease of acute onset", "男，急性起病的慢性病"),
        ("opposites", "Intravenous infusion by the artery", "经动脉静滴"),
        ("negation", "They differed in no respect.", "二者相同。"),
        ("negation", "It is not uncommon.", "较为常见。"),
        ("negation", "有没有发热？", "Was there any fever?"),
    ],
)
def test_what_the_pair_does_not_settle_is_left_alone(rule: str, source: str, target: str) -> None:
    assert asked(rule, source, target) == []


def test_each_place_is_named_where_all_are_swapped() -> None:
    (finding,) = asked("sides", "The left hip and the left knee", "右髋和右膝")
    assert [(p.source.text, p.target.start) for p in finding.places if p.source and p.target] == [
        ("left", 0),
        ("left", 3),
    ]


def test_it_is_told_whether_the_translation_affirms_or_denies() -> None:
    (affirmed,) = asked("negation", "Diet was not associated with gout.", "饮食与痛风有关联。")
    (denied,) = asked("negation", "饮食与痛风有关联。", "Diet was not associated with gout.")
    assert affirmed.message.endswith("“有关联”, which affirms it")
    assert denied.message.endswith("“not associated”, which denies it")


def test_a_lost_negation_names_the_words_that_have_no_counterpart() -> None:
    (finding,) = asked("negation", "No fracture was seen.", "可见骨折。")
    assert finding.source is not None
    assert finding.target is not None
    assert (finding.source.text, finding.target.text, finding.severity) == ("No", "可见骨折", "major")


@pytest.mark.parametrize(
    ("source", "target", "said", "written"),
    [
        (
            "After two weeks the platelet count increased, and the dose of aspirin was reduced.",
            "2周后血小板计数降低，阿司匹林剂量减少。",
            "increased",
            "降低",
        ),
        (
            "治疗后血清铁蛋白升高，C反应蛋白降低。",
            "After treatment serum ferritin decreased, and C-reactive protein decreased.",
            "升高",
            "decreased",
        ),
        (
            "Patients at higher risk of bleeding were given a reduced dose.",
            "出血风险较低的患者减少剂量。",
            "higher",
            "较低",
        ),
    ],
)
def test_a_change_is_turned_beside_others_that_are_not(source: str, target: str, said: str, written: str) -> None:
    (finding,) = asked("direction", source, target)
    assert finding.source is not None
    assert finding.target is not None
    assert (finding.source.text, finding.target.text) == (said, written)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The ward may have more or fewer beds than planned.", "该病区的床位可能多于或少于计划。"),
        ("Drop-out rates increased, and fewer nurses stayed.", "辍学率增加，留下的护士减少。"),
        (
            "Mortality was higher in men, who bled at a younger age than women.",
            "男性出血年龄低于女性，男性死亡率高于女性。",
        ),
        ("The drug decreases weight and increases appetite.", "该药增进食欲，降低体重。"),
    ],
)
def test_changes_that_are_said_otherwise_are_left_alone(source: str, target: str) -> None:
    assert asked("direction", source, target) == []
    assert asked("direction", target, source) == []


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("The two groups were comparable in age.", "两组年龄比较，差异无统计学意义。"),
        (
            "Neither birth length (49.1 vs 49.3 cm) nor Apgar score at five minutes differed (both P>0.05).",
            "出生身长（49.1和49.3 cm）和5分钟Apgar评分相近（P均>0.05）。",
        ),
        (
            "Neither weight (3.1 vs 3.2 kg) nor length (49 vs 50 cm) differed.",
            "体重和身长的P值均>0.05（P=0.3，P=0.2）。",
        ),
        ("The preset threshold for significance was not met.", "未达到预先设定的显著性界值。"),
        ("The trend did not cross the preset boundary for statistical significance.", "该趋势未越过显著性界值。"),
        ("Statistical significance could not be reached.", "未能达到统计学显著性。"),
        ("Statistical significance was lost after adjustment.", "校正后差异无统计学意义。"),
        ("The gain failed to reach significance.", "增益未达到显著性水平。"),
        ("A significant rise in creatinine was not observed.", "未观察到肌酐明显升高。"),
        ("The level of significance was set at 1%.", "显著性水平设为1%。"),
        ("The difference was significant.", "差异有显著性。"),
        ("Significance was not reached.", "统计学显著性未能达到。"),
        ("Hearing recovered in 41% and 44% (P = .62).", "听力恢复率分别为41%和44%，差异无统计学意义（P=0.62）。"),
        ("Scores were 3.1 and 3.3 (P = NS).", "评分分别为3.1分和3.3分，差异无统计学意义。"),
        ("Scores were 3.1 and 3.3 (P > 0.05).", "评分分别为3.1分和3.3分，差异无显著性（P＞0.05）。"),
        ("Hearing recovered in 41% and 64% (P = .01).", "听力恢复率分别为41%和64%，差异有统计学意义（P=0.01）。"),
        ("The nurses were more likely to fall sick than the clerks.", "护士患病风险高于职员。"),
        ("She was more likely to fall pregnant.", "其妊娠的可能性较高。"),
        ("Serious falls were more common in winter.", "冬季严重跌倒较多。"),
        (
            "Neither pain (3.1% vs. 2.8%) nor fever (1.5% vs. 1.2%) differed significantly between the arms.",
            "两组疼痛（3.1%比2.8%）和发热（1.5%比1.2%）发生率差异均无统计学意义。",
        ),
        ("The main outcome was freedom from any stroke at day 90.", "主要终点为第90天时未发生任何卒中。"),
        ("At one year, 41 were free of any seizures.", "1年时，41例未出现癫痫发作。"),
    ],
)
def test_what_says_the_same_in_other_words_is_left_alone(english: str, chinese: str) -> None:
    for source, target in ((english, chinese), (chinese, english)):
        assert [finding for rule in ("negation", "direction") for finding in asked(rule, source, target)] == []


@pytest.mark.parametrize(
    ("rule", "english", "chinese"),
    [
        ("negation", "The preset threshold for significance was met.", "未达到预先设定的显著性界值。"),
        ("negation", "Statistical significance was not reached.", "达到统计学显著性。"),
        ("negation", "The difference was significant.", "差异无显著性。"),
        ("negation", "A significant rise in creatinine was not observed.", "观察到肌酐明显升高。"),
        (
            "negation",
            "Hearing recovered in 41% and 64% (P = .01).",
            "听力恢复率为41%和64%，差异无统计学意义（P=0.01）。",
        ),
        ("negation", "Bleeding was seen in both arms (P = .62).", "两组未见出血（P=0.62）。"),
        (
            "negation",
            "Neither pain (3.1% vs. 2.8%) nor fever (1.5% vs. 1.2%) differed significantly between the arms.",
            "两组疼痛（3.1%比2.8%）和发热（1.5%比1.2%）发生率差异均有统计学意义。",
        ),
        (
            "negation",
            "Neither dose (3 mg) nor age mattered, but pain differed significantly.",
            "剂量（3 mg）和年龄均无影响，疼痛差异无统计学意义。",
        ),
        ("negation", "The main outcome was freedom from any stroke at day 90.", "主要终点为第90天时发生任何卒中。"),
        ("negation", "The main outcome was any stroke at day 90.", "主要终点为第90天时未发生任何卒中。"),
        ("direction", "The mean score fell within a day.", "一天内平均评分升高。"),
        ("direction", "The number of deaths has fallen.", "死亡人数增多。"),
        ("direction", "The share of patients who fell ill was higher.", "患病者比例较低。"),
    ],
)
def test_the_same_words_turned_round_are_still_found(rule: str, english: str, chinese: str) -> None:
    for source, target in ((english, chinese), (chinese, english)):
        assert len(asked(rule, source, target)) == 1
