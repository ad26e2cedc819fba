"""What stands in a program's text for values that come later."""

import pytest

import aligner


def messages(source: str, target: str) -> list[tuple[str, str]]:
    document = aligner.document(source, target, sentences=True)
    return [(f.severity, f.message) for f in aligner.check(document, select=("placeholder",)).findings]


@pytest.mark.parametrize(
    ("english", "chinese", "told"),
    [
        ("%d tests are left.", "还剩测试。", ["%d of the source is missing in the translation"]),
        ("Dose: %.1f mg", "剂量：%d mg", ["%.1f has become %d"]),
        (
            "Hello %(name)s, hello {friend}.",
            "您好，%(name)s。",
            ["{friend} of the source is missing in the translation"],
        ),
        ("Please wait.", "${name}，请稍候。", ["${name} is not in the source"]),
        ("%s of %d files", "%d个文件中的%s", ["the source has %s %d in this order, the translation %d %s"]),
    ],
)
def test_what_is_told(english: str, chinese: str, told: list[str]) -> None:
    assert messages(english, chinese) == [("major", message) for message in told]
    assert len(messages(chinese, english)) == len(told)


def test_a_pair_of_marks_is_one_finding() -> None:
    assert messages("Press <b>Stop</b> to end<br/>the test.", "按“停止”结束<br/>测试。") == [
        ("minor", "<b> of the source is missing in the translation")
    ]


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("Pain fell by 12% in the drug arm and 5%d in none.", "试验药物组疼痛减轻12%。"),
        ("%2$s has %1$d tests left.", "还剩%1$d项测试：%2$s。"),
        ("The set {1, 2} was used where a<b and c>d.", "采用集合{1, 2}，其中a<b且c>d。"),
        ("We show that \\frac{a}{b} is small.", "我们证明它很小。"),
    ],
)
def test_what_is_no_placeholder(english: str, chinese: str) -> None:
    assert not messages(english, chinese)
