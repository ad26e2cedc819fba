"""Known findings: kept by path and fingerprint, true when lines move, told when they are gone."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

import aligner
from aligner import baseline
from aligner.baseline import Ignored
from aligner.errors import ConfigError
from aligner.model import Finding, Known, Result
from tests import factory

DECISION = Known("baseline", "as printed", "Li", "2024-05-06")
EN = "The hip was normal. We saw 12 patients. He recovered."
ZH = "髋关节正常。我们观察了21例患者。他已康复。"


def entries(result: Result) -> dict[str, baseline.Entry]:
    return {f.fingerprint: baseline.entry(f, "a.zh.txt", DECISION) for f in result.findings}


def check(english: str, chinese: str) -> Result:
    return aligner.check(aligner.document(english, chinese))


def unknown(result: Result, known: dict[str, baseline.Entry]) -> list[Finding]:
    return list(baseline.marked(result, known, (), "a.zh.txt").counted)


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("A new title\n\n" + EN, "新标题\n\n" + ZH),
        (EN.replace(". ", ".\n"), ZH.replace("。", "。\n")),
        (EN.replace("The hip was normal.", "The left hip was quite normal."), ZH.replace("髋关节", "左髋关节")),
        (EN.replace("He recovered.", "She went home."), ZH.replace("他已康复。", "她已回家。")),
        (EN.replace("He recovered.", ""), ZH.replace("他已康复。", "")),
        (EN, ZH.replace("21", "２１")),
    ],
    ids=["lines move", "a line a sentence", "neighbour before", "neighbour after", "neighbour gone", "width"],
)
def test_a_known_finding_stays_known(english: str, chinese: str) -> None:
    known = entries(check(EN, ZH))
    assert [f.rule for f in check(english, chinese).findings if f.rule == "numbers"] == ["numbers"]
    assert [f for f in unknown(check(english, chinese), known) if f.rule == "numbers"] == []


@pytest.mark.parametrize(
    ("english", "chinese"), [(EN, ZH.replace("21", "22")), (EN.replace("saw", "cured"), ZH.replace("观察", "治愈"))]
)
def test_another_finding_is_new(english: str, chinese: str) -> None:
    assert [f.rule for f in unknown(check(english, chinese), entries(check(EN, ZH)))] == ["numbers"]


def test_the_same_slip_once_more_is_new() -> None:
    twice = check(
        "We saw 12 patients. He recovered. We saw 12 patients.", "我们观察了21例患者。他已康复。我们观察了21例患者。"
    )
    assert len([f for f in unknown(twice, entries(check(EN, ZH))) if f.rule == "numbers"]) == 1


def test_a_baseline_is_read_as_it_was_written(tmp_path: Path) -> None:
    rows = [*entries(factory.result()).values(), replace(baseline.entry(factory.result().findings[0], "b", DECISION))]
    text = baseline.text(rows)
    place = tmp_path / "b.json"
    place.write_text(text, encoding="utf-8")
    assert sorted(baseline.read(place), key=str) == sorted(rows, key=str)
    assert baseline.text(reversed(rows)) == text
    assert "病因治疗" in text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "is no JSON"),
        ("[]", "is no baseline"),
        ('{"aligner-baseline": 2, "known": []}', "is no baseline of version 1"),
        ('{"aligner-baseline": 1, "known": [3]}', "entry 1 is no object"),
        ('{"aligner-baseline": 1, "known": [{"path": "a"}]}', "entry 1 has no 'fingerprint'"),
    ],
)
def test_what_is_no_baseline_is_told(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "b.json").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=told):
        baseline.read(tmp_path / "b.json")
    with pytest.raises(ConfigError, match="cannot be read"):
        baseline.read(tmp_path)


def test_an_unknown_field_of_an_entry_is_told(tmp_path: Path) -> None:
    data = json.loads(baseline.text(entries(factory.result()).values()))
    data["known"][0]["colour"] = "red"
    (tmp_path / "b.json").write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(ConfigError, match="unknown 'colour'"):
        baseline.read(tmp_path / "b.json")


def test_stale_entries_are_those_of_checked_files(tmp_path: Path) -> None:
    result = replace(factory.result(), rules=("numbers",))
    (finding, *_) = result.findings
    still = baseline.entry(finding, "a", DECISION)
    gone = replace(still, fingerprint="0" * 16)
    rule_off = replace(gone, rule="omission")
    not_checked, lost = replace(gone, path="b"), replace(gone, path="c")
    (tmp_path / "b").write_text("x")
    given = [still, gone, rule_off, not_checked, lost]
    assert baseline.stale(given, [result], lambda _: "a") == (gone,)
    assert baseline.untested(given, [result], lambda _: "a") == (not_checked, lost)
    assert baseline.lost(given[3:], tmp_path) == (lost,)
    unread = replace(result, pairs=())
    assert baseline.stale([gone], [unread], lambda _: "a") == ()
    assert baseline.untested([gone], [unread], lambda _: "a") == (gone,)


def test_a_file_that_moved_is_known_by_most_of_its_findings(tmp_path: Path) -> None:
    result = factory.result()
    old = [baseline.entry(finding, "old/a", DECISION) for finding in result.findings]
    where = {"old": "new/a"}.__getitem__

    def moves(entries: list[baseline.Entry], *results: Result) -> dict[str, str]:
        return baseline.moves(entries, results, lambda one: where(one.document.id), tmp_path)

    named = replace(result, document=replace(result.document, id="old"))
    assert moves(old, named) == {"old/a": "new/a"}
    assert {entry.path for entry in baseline.moved(old, {"old/a": "new/a"})} == {"new/a"}
    assert moves(old, replace(named, findings=named.findings[:3])) == {}  # a half is not most of them
    assert moves(old, replace(named, findings=named.findings[:4])) == {"old/a": "new/a"}
    assert moves([*old, replace(old[0], path="new/a")], named) == {}  # that one is known already
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "a").touch()
    assert moves(old, named) == {}  # a copy is new


def test_entries_of_the_configuration() -> None:
    result = factory.result()
    for entry, rules in (
        (Ignored("r", rule="half-width"), ["half-width-brackets", "half-width-comma"]),
        (Ignored("r", text="SI"), ["half-width-brackets"]),
        (Ignored("r", text=","), ["half-width-comma"]),
        (Ignored("r", fingerprint="d" * 16), ["omission"]),
        (Ignored("r", paths=("b/**",)), []),
        (Ignored("r", rule="numbers", paths=("a/*.txt",)), ["numbers"]),
    ):
        marked = baseline.marked(result, {}, [entry], "a/x.txt")
        assert [f.rule for f in marked.findings if f.known and f.known.by == "ignore"] == rules, entry


def test_entries_that_fit_nothing_are_told_where_their_files_were_checked() -> None:
    ran = replace(factory.result(), rules=("numbers",))
    used, idle, elsewhere = (
        Ignored("r", rule="numbers"),
        Ignored("r", text="no"),
        Ignored("r", text="no", paths=("b/**",)),
    )
    assert baseline.unused([used, idle, elsewhere, Ignored("r", rule="sto")], [ran], lambda _: "a/x.txt") == (idle,)
