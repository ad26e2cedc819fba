"""Denials compared clause by clause; the rule's examples with the lexicon."""

import pytest

import aligner
from aligner.checks.negation import RULE
from tests.checks.asking import asked

LOST = (
    (
        "Fever did not recur in either group, and no patient was readmitted to hospital.",
        "两组均再次出现发热，且无患者再次入院。",
        "did not",
        "两组均再次出现发热",
    ),
    (
        "The drug was not absorbed by rats and could not be given to cats.",
        "该药可被大鼠吸收，但不能用于猫。",
        "was not",
        "该药可被大鼠吸收",
    ),
    (
        "由于没有测定血清叶酸水平，无法排除叶酸缺乏。",
        "Because serum folate levels were measured, folate deficiency could not be ruled out.",
        "没有",
        "Because serum folate levels were measured",
    ),
    (
        "The vaccine may not benefit older adults, although no harm was seen.",
        "该疫苗可能使老年人获益，但未见危害。",
        "may not",
        "该疫苗可能使老年人获益",
    ),
)
LOST += (
    (
        "滤网未更换，漏水依然存在。",
        "The filters were replaced, and water still leaked out.",
        "未",
        "The filters were replaced",
    ),
    (
        "No cyst ruptured, and the negative samples were thrown away.",
        "囊肿破裂，阴性样本弃去。",
        "No",
        "囊肿破裂",
    ),
    (
        "Older adults without frailty may not benefit from the drug.",
        "无衰弱的老年人可能从该药中获益。",
        "may not",
        "无衰弱的老年人可能从该药中获益",
    ),
)
LOST += (
    (
        "Excess fluid was removed, but bleeding could not be controlled.",
        "清除多余液体，但可以控制出血。",
        "could not",
        "但可以控制出血",
    ),
    (
        "Lack of a pump should never serve as a reason for delay, and the ward was full.",
        "缺乏输液泵应成为延误的理由，且病房已满。",
        "never",
        "缺乏输液泵应成为延误的理由",
    ),
    (
        "Only two nurses were present, and the drug was not given.",
        "只有两名护士在场，该药已给予。",
        "was not",
        "该药已给予",
    ),
    (
        "It was impossible to tell, so the bleeding was not treated.",
        "无法判断，因此治疗出血。",
        "was not",
        "因此治疗出血",
    ),
)
KEPT = (
    ("Bleeding is less likely to recur.", "出血不太可能复发。"),
    ("The drug was not stopped until the fever had gone.", "直到退热才停药。"),
    ("The lesions differ in size, but bleeding could not be excluded.", "病变大小不一，但不能排除出血。"),
    ("The plan was not discussed unless the family asked for it.", "家属要求时才讨论该计划。"),
    ("无发热、无咳嗽，无皮疹，心率正常。", "There was no fever, cough or rash, and the heart rate was normal."),
    ("该药不增加出血，也不延长住院时间。", "The drug neither increased bleeding nor prolonged hospital stay."),
    ("Smokers did not benefit, and those without symptoms were excluded.", "吸烟者未获益，排除无症状者。"),
    ("We could not tell whether the drug did or did not reduce pain.", "该药能否减轻疼痛尚不清楚。"),
    ("Forty cases were found; none was severe and no one died.", "共发现40例，无重症及死亡病例。"),
    ("没有一例患者失访，也没有一例死亡。", "None of the patients was lost to follow-up or died."),
    ("不常见的症状包括头痛，但未见癫痫发作。", "Less common symptoms included headache, but no seizure was seen."),
    ("尚不确定既往感染能否带来持久免疫。", "Whether past infection gives lasting immunity is unknown."),
    (
        "A mask is not a substitute for distance: do not remove it indoors.",
        "即使戴了口罩，也要保持距离：室内不要摘下口罩。",
    ),
    ("The two readers did not know each other's results.", "两名医师各自独立阅片。"),
    ("The reader was not told the diagnosis.", "阅片者对诊断设盲。"),
    ("If the drug cannot be avoided, reduce the dose by half.", "如确需使用该药，剂量应减半。"),
    ("We cannot but admire the nurses.", "护士们令人敬佩。"),
    ("No fewer than 30 nurses fell ill.", "至少30名护士患病。"),
    ("No patient had fewer than three visits.", "每例患者至少就诊3次。"),
    ("Without exception, the patients had fever.", "患者均有发热。"),
    ("The parasite had never before been found in Europe.", "该寄生虫首次在欧洲发现。"),
    ("The test is not without risk.", "该检查有一定风险。"),
    ("Hardly anyone had no symptoms.", "几乎人人有症状。"),
    ("These tablets need not be taken with food.", "本品空腹或餐后服用均可。"),
    ("The cause is not yet known.", "原因有待阐明。"),
    ("The mother did not take folic acid.", "母亲漏服叶酸。"),
    ("The next dose is taken no earlier than 6 hours later.", "6小时后方可再次服药。"),
    ("The strips are not sensitive enough to exclude albuminuria.", "试纸条的灵敏度不足以排除白蛋白尿。"),
    ("It was not possible to exclude bias.", "无法排除偏倚。"),
    ("Patients who did not consent were excluded.", "未同意者予以排除。"),
    ("不排除个别病例漏诊。", "Missed cases are possible."),
    ("The tumour had not spread.", "肿瘤仍局限于原位。"),
    ("肿块不能推动。", "The lump was fixed."),
    ("没有人退出研究。", "Everyone stayed in the study."),
    ("None of the falls was thought to be related to the sedative.", "所有跌倒均被认为与镇静药无关。"),
    ("Men were less likely than women to relapse.", "男性复发的可能性始终低于女性。"),
    ("Living alone made early discharge less likely.", "独居者早期出院的可能性则较低。"),
    ("There was no vital reaction along the wound.", "创缘生活反应阴性。"),
    ("漏填过敏史的护士由12名减至3名。", "The nurses who did not fill in allergies fell from 12 to 3."),
    ("该药不仅有效，而且便宜。", "The drug is both effective and cheap."),
    (
        "Neither the dose nor the route changed, and no drug was not recorded.",
        "剂量和给药途径均未改变，所有药物均有记录。",
    ),
)


@pytest.mark.parametrize(("source", "target", "denial", "clause"), LOST)
def test_a_denial_is_missed_in_its_clause(source: str, target: str, denial: str, clause: str) -> None:
    (finding,) = asked(RULE.id, source, target)
    assert finding.source is not None
    assert finding.target is not None
    assert (finding.source.text, finding.target.text, finding.severity) == (denial, clause, "major")


@pytest.mark.parametrize(("source", "target", "denial", "clause"), LOST)
def test_a_denial_is_put_in_where_the_clause_opposite_has_none(
    source: str, target: str, denial: str, clause: str
) -> None:
    (finding,) = asked(RULE.id, target, source)
    assert finding.source is not None
    assert finding.target is not None
    assert (finding.source.text, finding.target.text) == (clause, denial)


@pytest.mark.parametrize(("source", "target"), KEPT)
def test_what_is_denied_in_other_words_is_left_alone(source: str, target: str) -> None:
    assert asked(RULE.id, source, target) == []
    assert asked(RULE.id, target, source) == []


def test_an_entry_below_contraindications_may_deny_in_chinese_alone() -> None:
    texts = "Contraindications\nHypersensitivity to the substance.", "禁忌\n对本品过敏者禁用。"
    assert asked("negation", *texts) == asked("negation", *texts[::-1]) == []
    assert asked("negation", texts[0].replace("Contraindications", "Use"), texts[1].replace("禁忌", "用法"))
    benefit = "The balance of benefit and risk remains unchanged; no change to the label is proposed."
    assert asked("negation", "获益与风险的平衡未发生改变，不建议修改说明书。", benefit) == []


def test_what_must_not_be_done_without_another_thing_denies_once() -> None:
    assert asked("negation", "不得擅自停药。", "Do not stop the drug without consulting a doctor.") == []


def test_a_denial_that_is_part_of_a_term_needs_no_answer() -> None:
    for texts in (
        ("患者出现尿潴留。", "The man was unable to pass urine."),
        ("中线结构居中。", "The midline is not shifted."),
    ):
        for source, target in (texts, texts[::-1]):
            assert not [f for f in aligner.check(aligner.document(source, target)).findings if f.rule == "negation"]
