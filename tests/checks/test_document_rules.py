"""Rules that need the alignment or an option of the run: texts that do not belong together, doubtful pairs."""

import json
from pathlib import Path

import pytest

import aligner
from aligner import registry
from aligner.cli import run
from aligner.model import Result, Rule

UNRELATED: Rule = registry.find("aligner.checks", "RULE", "not-a-translation")
DOUBTFUL: Rule = registry.find("aligner.checks", "RULE", "doubtful-pair")
CHINESE = [
    "腰痛是50岁以下成人残疾的最常见原因。",
    "我们在三家医院的240例患者中比较了运动与休息的效果。",
    "分别于6周和12周后测量疼痛和步行距离。",
    "12周时，运动组的疼痛减轻了35%。",
    "休息组有两名患者发生静脉血栓，均经抗凝治疗后痊愈。",
    "研究期间未发生骨折。",
    "运动是安全的，应推荐为首选治疗。",
]
TRANSLATION = [
    "Low back pain is the most common cause of disability in adults under 50 years of age.",
    "We compared exercise with rest in 240 patients from three hospitals.",
    "Pain and walking distance were measured after 6 and 12 weeks.",
    "At 12 weeks pain had fallen by 35% in the exercise group.",
    "Two patients in the rest group developed venous thrombosis; both recovered with anticoagulants.",
    "No fracture occurred during the study.",
    "Exercise is safe and should be recommended as first treatment.",
]
OTHER = [
    "The committee met in April to discuss the new road across the marshes.",
    "Prices of wheat rose sharply after the harvest failed in the southern provinces.",
    "She painted landscapes until her eyesight declined, and sold hardly any of them.",
    "The train leaves at seven and arrives before noon, weather permitting.",
    "Nobody remembered who had planted the chestnut in front of the school.",
]


def checked(source: list[str], target: list[str], **options: object) -> Result:
    return aligner.check(aligner.document("\n".join(source), "\n".join(target)), **options)


@pytest.mark.parametrize("rule", [UNRELATED, DOUBTFUL], ids=lambda rule: rule.id)
def test_the_examples_of_the_rule(rule: Rule) -> None:
    for examples, expected in ((rule.bad, True), (rule.good, False)):
        for example in examples:
            result = aligner.check(aligner.document(example.source, example.target), min_confidence=0.5)
            assert (rule.id in {finding.rule for finding in result.findings}) is expected


@pytest.mark.parametrize("turned", [False, True])
def test_texts_that_do_not_belong_together_have_one_finding(turned: bool) -> None:
    result = checked(*((CHINESE, OTHER) if turned else (OTHER, CHINESE)))
    assert [(f.rule, f.severity, f.pair) for f in result.findings] == [("not-a-translation", "critical", None)]
    assert [skip.what for skip in result.skipped] == ["all other rules"]


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        (TRANSLATION, CHINESE),
        (TRANSLATION[:4], CHINESE),
        (TRANSLATION, CHINESE[3:]),
        (TRANSLATION, CHINESE[::2]),
        (TRANSLATION + OTHER, CHINESE),
        (OTHER + TRANSLATION[:2], CHINESE),
        (TRANSLATION[::-1], CHINESE),
        (OTHER[:3], CHINESE[:3]),
        (OTHER[:1], CHINESE[:1]),
        (OTHER, CHINESE[:1]),
    ],
)
def test_partial_translations_and_short_texts_are_not_called_unrelated(english: list[str], chinese: list[str]) -> None:
    assert "not-a-translation" not in {finding.rule for finding in checked(english, chinese).findings}


def test_anchors_overrule_it() -> None:
    result = checked(OTHER, CHINESE, anchors=((0, 0), (3, 3)))
    assert "not-a-translation" not in {finding.rule for finding in result.findings}


def files(folder: Path, english: list[str], chinese: list[str]) -> list[str]:
    places = [folder / "en.txt", folder / "zh.txt"]
    for place, lines in zip(places, (english, chinese), strict=True):
        place.write_text("\n".join(lines), encoding="utf-8")
    return [str(place) for place in places]


def test_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    places = files(tmp_path, OTHER, CHINESE)
    assert run(["check", *places]) == 1
    shown = capsys.readouterr().out
    assert "not-a-translation" in shown
    assert "omission" not in shown
    assert run(["align", *places]) == 0
    assert "warning: these texts do not look like translations" in capsys.readouterr().err
    assert run(["align", *files(tmp_path, TRANSLATION, CHINESE)]) == 0
    assert capsys.readouterr().err == ""


def test_doubtful_pairs_are_marked_where_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    places = files(tmp_path, [*TRANSLATION[:5], "The joint was swollen."], [*CHINESE[:5], "膝部发红发热。"])
    assert "doubtful-pair" not in {f.rule for f in aligner.check(*places).findings}
    assert run(["check", *places, "--min-confidence", "0.5", "--format", "json", "--fail-on", "minor"]) in (0, 1)
    report = json.loads(capsys.readouterr().out)
    doubtful = {f["pair"] for f in report["findings"] if f["rule"] == "doubtful-pair"}
    assert doubtful == {p["id"] for p in report["pairs"] if p["source"] and p["target"] and p["score"] < 0.5} != set()
    assert {f["severity"] for f in report["findings"] if f["rule"] == "doubtful-pair"} == {"neutral"}
    assert run(["align", *places]) == 0
    plain = capsys.readouterr()
    assert run(["align", *places, "--min-confidence", "0.5"]) == 0
    marked = capsys.readouterr()
    assert marked.out == plain.out
    assert f"confidence below 0.5 in {len(doubtful)} of" in marked.err
    assert run(["align", *places, "--min-confidence", "2"]) == 2


LABELLED = (
    "BACKGROUND: Stiffness of the shoulder is common after trauma and surgery. METHODS: We injected thirty shoulders "
    "with a steroid under ultrasound guidance. All patients were examined by one surgeon. RESULTS: Stiffness resolved "
    "in twenty patients within six weeks. CONCLUSION: Injection helps most patients with a stiff shoulder."
)
LABELLED_METHODS = "方法：在超声引导下对30例肩关节注射类固醇。所有患者均由一名外科医师检查。"
LABELLED_CHINESE = (
    f"背景：肩关节僵硬在创伤和手术后很常见。{LABELLED_METHODS}结果：20例患者的僵硬在六周内消失。"
    "结论：注射对大多数肩关节僵硬患者有效。"
)


@pytest.mark.parametrize(
    ("chinese", "expected"),
    [
        (LABELLED_CHINESE, []),
        (LABELLED_CHINESE.replace(LABELLED_METHODS, ""), [("lost-section", "major", 3)]),
        (LABELLED_CHINESE.replace("结果：", ""), [("lost-section", "minor", 1)]),
        (LABELLED_CHINESE.replace("20例患者的僵硬在六周内消失。", ""), [("omission", "major", 1)]),
    ],
)
def test_a_lost_section_is_one_finding(chinese: str, expected: list[tuple[str, str, int]]) -> None:
    result = aligner.check(aligner.document(LABELLED, chinese))
    assert [(f.rule, f.severity, f.count) for f in result.findings] == expected
