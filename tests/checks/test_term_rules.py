"""The rules about terms on their own examples, with the glossaries that come with the package."""

import pytest

from aligner import registry
from aligner.checks import run
from aligner.config import Config
from aligner.glossary import match_terms
from aligner.model import Block, Context, Example, Finding, Lang, Pair, Rule, Segment
from aligner.pipeline import Pipeline

PIPELINE = Pipeline(Config())
RULES: tuple[Rule, ...] = tuple(
    registry.find("aligner.checks", "RULE", rule_id) for rule_id in ("terminology", "inconsistent-term")
)


def _segment(text: str, lang: Lang, index: int) -> tuple[Segment, ...]:
    return (Segment(Block(text), 0, text, lang, index),)


def _findings(rule: Rule, example: Example) -> tuple[Finding, ...]:
    sides: tuple[Lang, Lang] = ("en", "zh") if example.source.isascii() else ("zh", "en")
    rows = list(zip(example.source.split("\n"), example.target.split("\n"), strict=True))
    pairs = tuple(
        Pair(
            n + 1, *((Segment(Block(text), 0, text, lang, n),) for text, lang in zip(row, sides, strict=True)), 1.0, ""
        )
        for n, row in enumerate(rows)
    )
    matches = match_terms(pairs, PIPELINE.terms, PIPELINE.lexicon, sides[0])
    found, skipped = run(Context(pairs, matches, *sides, lexicon=PIPELINE.lexicon), [rule])
    assert not skipped
    return found


def _cases(kind: str) -> list[object]:
    return [pytest.param(r, e, id=f"{r.id}-{n}") for r in RULES for n, e in enumerate(getattr(r, kind))]


@pytest.mark.parametrize(("rule", "example"), _cases("bad"))
def test_bad_examples_are_reported(rule: Rule, example: Example) -> None:
    assert _findings(rule, example)


@pytest.mark.parametrize(("rule", "example"), _cases("good"))
def test_good_examples_are_not(rule: Rule, example: Example) -> None:
    assert _findings(rule, example) == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_both_directions_have_examples(rule: Rule) -> None:
    for examples in (rule.bad, rule.good):
        assert {example.source.isascii() for example in examples} == {True, False}


def test_a_repeated_term_that_is_dropped_is_minor() -> None:
    rule = RULES[0]
    example = Example("Gout is common.\nGout is painful.", "痛风很常见。\n很疼。")
    (finding,) = _findings(rule, example)
    assert (finding.pair, finding.severity) == (2, "minor")
    for lost, severity in (("Gout", "minor"), ("Bone marrow oedema", "major"), ("Enflurane", "major")):
        (finding,) = _findings(rule, Example(f"{lost} is painful.", "很疼。"))
        assert finding.severity == severity, lost


def test_a_term_that_its_pair_repeats_less_often_is_neutral() -> None:
    (finding,) = _findings(RULES[0], Example("Gout is common but gout can be treated.", "痛风很常见，但可治疗。"))
    assert (finding.severity, finding.target, finding.source and finding.source.start) == ("neutral", None, 19)
    assert finding.message == "the source names “gout” 2 times, the translation 1 time"


def test_a_short_form_that_is_not_preferred_is_minor() -> None:
    (finding,) = _findings(RULES[0], Example("Masks were worn.", "他们很小心。"))
    assert finding.severity == "minor"
    (finding,) = _findings(RULES[0], Example("Face masks were worn.", "他们很小心。"))
    assert finding.severity == "major"


def test_a_term_missing_twice_in_a_pair_is_one_finding() -> None:
    (finding,) = _findings(RULES[0], Example("Gout is painful; gout is old.", "很疼；很老。"))
    assert finding.count == 2


def test_a_traditional_text_is_answered_in_traditional_characters() -> None:
    (finding,) = _findings(RULES[0], Example("She had migratory arthralgia.", "她有遷移性關節痛。"))
    assert finding.suggestion == "游走性關節痛"


def test_a_noun_with_an_article_is_no_second_name() -> None:
    source = "老年患者较多。\n老年患者较少。\n老年患者耐受良好。"
    target = "Elderly patients were many.\nElderly patients were few.\nThe elderly tolerated it well."
    assert _findings(RULES[1], Example(source, target)) == ()


def test_a_name_that_two_occurrences_share_is_no_second_one() -> None:
    source = "If pregnant, tell us.\nDo not join if pregnant.\nStop if pregnant, or if not pregnant."
    target = "如怀孕请告知。\n怀孕者不得参加。\n妊娠与否均须停药。"
    assert _findings(RULES[1], Example(source, target)) == ()


def test_everyday_words_for_a_term_are_no_second_name() -> None:
    source = "病程为2年。\n病程为3年。\n病程为4年。"
    target = "The disease duration was 2 years.\nThe course was 3 years.\nThe disease duration was 4 years."
    assert _findings(RULES[1], Example(source, target)) == ()


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Start warfarin today.", "今日开始使用肝素。"),
        ("The patient is allergic to penicillin.", "患者对头孢菌素过敏。"),
        ("Give morphine 5 mg.", "给予哌替啶5 mg。"),
        ("患者服用美托洛尔。", "The patient took bisoprolol."),
        ("Escitalopram was given.\nEscitalopram helped.", "给予艾司西酞普兰。\n西酞普兰有效。"),
        ("口服艾司西酞普兰。\n艾司西酞普兰有效。", "Oral escitalopram was given.\nCitalopram helped."),
    ],
)
def test_a_drug_in_the_place_of_another_is_grave(source: str, target: str) -> None:
    (finding,) = _findings(RULES[0], Example(source, target))
    assert finding.severity in ("major", "critical")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Pulmonary valve stenosis was found.", "发现主动脉瓣狭窄。"),
        ("须排除鼻咽癌。", "Laryngeal carcinoma must be ruled out."),
        ("亚硝酸盐检测阳性。", "The test was positive for nitrate."),
        ("下盏结石是危险因素。", "Upper calyceal stones were a risk factor."),
        ("1例发生胆汁性腹膜炎。", "One patient had bacterial peritonitis."),
        ("高分化腺癌。", "Poorly differentiated adenocarcinoma."),
        ("Severe hepatic impairment.", "重度肾功能损害。"),
    ],
)
def test_a_neighbour_of_the_same_family_is_grave(source: str, target: str) -> None:
    assert any(finding.severity in ("major", "critical") for finding in _findings(RULES[0], Example(source, target)))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("采用容积旋转调强放疗。", "Volumetric modulated arc therapy was used."),
        ("Pleural fluid was clear.", "胸腔积液清亮。"),
        ("Blood loss was 500 ml.", "出血量为500 ml。"),
        ("主要临床表现为腹痛。", "She presented with abdominal pain."),
        ("切勿误诊为肺栓塞。", "It must not be mistaken for pulmonary embolism."),
        ("脉搏血氧饱和度仍为82%。", "Pulse oximetry still read 82%."),
        ("Child-Pugh class B cirrhosis.", "Child-Pugh B级肝硬化。"),
        ("输注悬浮红细胞2 U。", "Two units of packed red blood cells were transfused."),
        (
            "对β-内酰胺类抗生素（青霉素类、单环β-内酰胺类）过敏者勿用本品。",
            "Cefuroxime must not be given to people allergic to beta-lactam antibiotics (penicillins, monobactams).",
        ),
        (
            "可引起恶心、耳鸣和低钾血症。",
            "It may make you feel sick, and cause ringing in the ears and low blood potassium.",
        ),
        ("因毒性反应停药6例，无死亡。", "Six patients discontinued treatment because of toxicity, and none died."),
        ("胆道恶性肿瘤患者可选择的治疗有限。", "Patients with biliary tract cancer have few options."),
        ("其AUC高于诊断腺瘤者。", "Its AUC was higher than that for adenoma."),
        ("结直肠进展期肿瘤。", "Advanced colorectal neoplasia."),
        ("不能归因于母体血糖。", "None could be attributed to maternal glycaemia."),
        ("本研究为单臂临床试验。", "This was a single-arm study."),
        ("两组功能均较术前改善。", "Function improved in both groups."),
        ("Patients in the rhythm control group fared better.", "节律控制组预后较好。"),
        ("Children had a longer duration of fever.", "患儿热程更长。"),
        ("Responses were more frequent in patients with PD-L1-positive tumours.", "PD-L1阳性者缓解率更高。"),
        ("行食管癌根治术。", "Oesophagectomy was performed."),
        (
            "对于无合并症的患者，予静脉注射人免疫球蛋白。",
            "Patients without comorbidities received intravenous immunoglobulin.",
        ),
        ("术中出血量较少，无一例中转开腹。", "Patients lost less blood, and none was converted to laparotomy."),
        (
            "腔镜组较开腹组创伤小，住院时间短。",
            "Endoscopic surgery was less invasive than open surgery, and patients left hospital earlier.",
        ),
        ("取俯卧位，测量腰围。", "Patients lay prone while their waist was measured."),
        ("预后良好组眼轴增长较慢。", "Axial elongation was slower in those at favourable risk."),
        (
            "微浸润腺癌和原位腺癌随机分为两组。",
            "Minimally invasive adenocarcinoma and adenocarcinoma in situ were randomly split.",
        ),
        ("Minimally invasive adenocarcinoma was seen.", "可见微浸润腺癌。"),
        ("Open surgery was longer.", "开腹组时间更长。"),
        ("肺部感染2例，结节3例。", "Two had pneumonia and three had GGNs."),
        ("年龄是独立危险因素。", "Age independently predicted death."),
        ("近期发生心肌梗死者除外。", "Patients with a recent infarction were excluded."),
        ("3个月前突发意识丧失。", "Three months ago she suddenly lost consciousness."),
        ("舌体肥大。", "The tongue was enlarged."),
        ("心脏磁共振示心内膜下延迟强化。", "Cardiac magnetic resonance showed late subendocardial enhancement."),
        ("转甲状腺素蛋白型淀粉样变性。", "Transthyretin amyloidosis."),
        ("有1例罕见病例报道。", "One rare case was reported."),
        ("外周血细胞核左移。", "There was a left shift in the peripheral blood."),
        ("免疫功能低下者应接种。", "People with impaired immunity should be vaccinated."),
        ("肾功能减退者减量。", "The dose is reduced in patients with reduced renal function."),
        ("Outpatients received an antimicrobial.", "院外患者使用抗感染药物。"),
        ("Respiratory fluoroquinolones are an alternative.", "可选用呼吸喹诺酮类。"),
        ("Bipolar coagulation was used.", "采用双极电凝。"),
        ("Avoid meat before the blood test.", "抽血前应避免进食肉类。"),
        ("应先治疗潜伏性结核。", "Latent tuberculosis should be treated first."),
        ("检测抗药抗体。", "Antibodies to the drug were measured."),
        ("四肢肌张力增高，腱反射活跃。", "Muscle tone was increased in the limbs, and the tendon reflexes were brisk."),
    ],
)
def test_what_professionals_write_is_no_finding(source: str, target: str) -> None:
    assert _findings(RULES[0], Example(source, target)) == ()


def test_the_words_of_a_scale_are_no_terms() -> None:
    example = Example("用产妇焦虑量表（MWS）评定。", "The Maternal Worry Scale (MWS) was used.")
    assert _findings(RULES[0], example) == ()
    assert _findings(RULES[0], Example("评定产妇的焦虑。", "Maternal worry was rated.")) != ()


def test_the_name_of_a_scale_is_no_second_rendering() -> None:
    source = "Vaccination began.\nVaccination was free.\n" + "The Vaccination Attitudes Scale was used."
    assert _findings(RULES[1], Example(source, "疫苗接种开始。\n疫苗接种免费。\n采用预防接种态度量表。")) == ()


_CHANGED = [
    ("negation", "There was focal haemorrhage but no necrosis.", "可见灶性坏死，未见出血。"),
    ("negation", "患者有咳嗽，无发热。", "The patient had fever but no cough."),
    ("direction", "We gave rocuronium rather than suxamethonium.", "选用琥珀胆碱而非罗库溴铵。"),
    ("direction", "心房颤动应使用华法林而不是阿司匹林。", "Use aspirin instead of warfarin in atrial fibrillation."),
]
_UNCHANGED = [
    ("negation", "There was focal haemorrhage but no necrosis.", "未见坏死，可见灶性出血。"),
    ("negation", "The patient had no fever, and cough was absent.", "患者无发热及咳嗽。"),
    ("direction", "We gave rocuronium rather than suxamethonium.", "选用罗库溴铵而非琥珀胆碱。"),
    ("direction", "Aspirin was used rather than warfarin.", "未用华法林，而用阿司匹林。"),
]


def _of(rule: str, source: str, target: str) -> tuple[Finding, ...]:
    return _findings(registry.find("aligner.checks", "RULE", rule), Example(source, target))


@pytest.mark.parametrize(("rule", "source", "target"), _CHANGED)
def test_terms_that_have_changed_places_are_told(rule: str, source: str, target: str) -> None:
    (found,) = _of(rule, source, target)
    assert found.severity == "critical"


@pytest.mark.parametrize(("rule", "source", "target"), _UNCHANGED)
def test_terms_in_another_order_are_left_alone(rule: str, source: str, target: str) -> None:
    assert not _of(rule, source, target)
