"""The configuration: what applies, in which order, and what is said about mistakes."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.cli_options import settings_of
from aligner.config import Config
from aligner.errors import ConfigError
from aligner.settings import Settings, _file, load

FULL = """
source = "zh"
select = ["default", "numbers"]
ignore = ["abbreviation", { rule = "omission", paths = "old/**", reason = "summaries" }]
glossaries = ["terms/mine.csv"]
fail-on = "minor"
exclude = ["draft"]

[severity]
numbers = "critical"

[min-score]
term_accuracy = 0.9

[max-count]
minor = 3

[[files]]
en = "{name}_en.txt"
zh = "{name}_zh.txt"

[[overrides]]
paths = ["letters/**"]
fail-on = "never"
ignore = ["keywords"]

[overrides.severity]
numbers = "minor"
"""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def settings(text: str, name: str = "aligner.toml", **told: object) -> Settings:
    Path(name).write_text(text, encoding="utf-8")
    return load(told)


def test_without_a_file_the_defaults_apply() -> None:
    assert load({}).base == Config()
    assert {row.origin for row in load({}).rows()} == {"default"}


def test_a_file_an_override_and_the_command_line() -> None:
    found = settings(FULL)
    base = found.base
    assert (base.source, base.fail_on, base.ignore) == ("zh", "minor", ("abbreviation",))
    assert base.glossaries == ("terms/mine.csv",)
    letter = found.config("letters/a_en.txt", "letters/a_zh.txt")
    assert (letter.fail_on, letter.ignore) == ("never", ("abbreviation", "keywords"))
    assert letter.severity == (("numbers", "critical"), ("numbers", "minor"))
    told = load({"fail-on": "critical", "select": ("omission",), "glossaries": ("x.csv",)})
    letter = told.config("letters/a_en.txt")
    assert (letter.fail_on, letter.select, letter.ignore) == ("critical", ("omission",), ())
    assert letter.glossaries == ("x.csv",)
    assert [entry.reason for entry in found.ignored] == ["summaries"]
    assert found.patterns[0].en == "{name}_en.txt"


def test_target_is_the_other_way_to_say_the_direction() -> None:
    assert settings('target = "en"').base.source == "zh"
    with pytest.raises(ConfigError, match="source and target are the same"):
        settings('source = "en"\ntarget = "en"')


def test_the_table_of_a_pyproject_and_the_nearest_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings('[tool.aligner]\nfail-on = "minor"\n[tool.aligner.severity]\nnumbers = "minor"\n', "pyproject.toml")
    (tmp_path / "a" / "b").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "a" / "b")
    assert load({}).base.fail_on == "minor"
    assert load({}).root == tmp_path
    Path("../pyproject.toml").write_text("[tool.other]\nx = 1\n", encoding="utf-8")
    assert load({}).base.fail_on == "minor"
    Path("../aligner.toml").write_text('fail-on = "critical"\nglossaries = ["g.csv"]', encoding="utf-8")
    assert load({}).base.fail_on == "critical"
    assert load({}).base.glossaries == (str(tmp_path / "a" / "g.csv"),)
    assert load({}, search=False).base.fail_on == "major"


def test_rows_say_where_a_value_comes_from() -> None:
    found = settings(FULL, jobs=2)
    origins = {row.name: row.origin for row in found.rows()}
    assert origins["source"] == "aligner.toml, line 2"
    assert origins["severity"] == "aligner.toml, line 9"
    assert (origins["jobs"], origins["encoding"]) == ("command line", "default")
    origins = {row.name: row.origin for row in found.rows("letters/a_en.txt")}
    assert origins["fail-on"] == "aligner.toml, line 24 (overrides)"
    assert origins["ignore"] == "aligner.toml, line 4, aligner.toml, line 25 (overrides)"


MISTAKES = [
    ('slect = ["numbers"]', "line 1: there is no setting 'slect'; did you mean 'select'"),
    ('\nselect = ["numbrs"]', "line 2: select: there is no rule 'numbrs'; did you mean 'numbers'"),
    ('select = "numbers"', "line 1: select is 'numbers'; write a list"),
    ('[severity]\nnumbers = "grave"', "line 2: severity is 'grave'; it may be neutral"),
    ('[[ignore]]\nrule = "numbers"', "has an entry without a reason"),
    ('[[ignore]]\nreason = "x"', "says only why"),
    (
        '[[ignore]]\nrule = "numbers"\nreason = "a"\n[[ignore]]\nrul = "x"\nreason = "a"',
        "line 5: there is no setting 'rul'",
    ),
    ("ignore = [3]", "ignore has 3"),
    ("a = ", "line 1: is no TOML (invalid value)"),
    ('ignore = ["numbers"]\n[[ignore]]\nrule = "omission"', "write all of it as ignore = "),
    ("a = 1\nb = =", "line 2, column 5: is no TOML"),
    ("a = " + "[" * 9000, "is no TOML"),
    ('fail-on = "often"', "fail-on is 'often'"),
    ("jobs = 0", "jobs is 0"),
    ("sentences = 1", "sentences is 1; write true or false"),
    ("min-confidence = 7", "it may be from 0 to 1"),
    ('method = "lexicall"', "did you mean 'lexical'"),
    ('format = "jsno"', "did you mean 'json'"),
    ("[max-count]\nminors = 3", "line 2: there is no rule or severity 'minors'; did you mean 'minor'"),
    ("[max-count]\nminor = -1", "max-count has -1 for 'minor'"),
    ("[min-score]\nsimilarity = true", "line 2: min-score has true for 'similarity'; it may be from 0 to 1"),
    ("\n[min-score]\nterm_accuracy = 95", "line 3: min-score has 95 for 'term_accuracy'; it may be from 0 to 1"),
    ("[min-score]\nbleu = 101", "min-score has 101 for 'bleu'; it may be from 0 to 100"),
    ("[min-score]\nterm-accuracy = 0.9", "line 2: there is no score 'term-accuracy'; did you mean 'term_accuracy'"),
    ("[min-score]\nfindings_major = 1", "line 2: min-score has 'findings_major', where less is better"),
    ('encoding = "utf9"', "line 1: encoding is 'utf9'; known are utf-8"),
    ('[[overrides]]\npaths = ["x"]\nfail-on = "critcal"', "line 3: fail-on is 'critcal'"),
    ('[[overrides]]\npaths = ["x"]\n[overrides.severity]\nnumbers = "x"', "line 4: severity is 'x'"),
    ('lang = "fr"', "line 1: lang is 'fr'; it may be en, zh"),
    ("[mqm-weights]\nmajor = -1", "mqm-weights has -1 for 'major'"),
    ("[mqm-weights]\nmajors = 1", "it may be neutral, minor, major, critical"),
    ('[[files]]\nen = "{name}.en"', "files needs en and zh, or page"),
    ('[[files]]\nen = "{a}.en"\nzh = "{b}.zh"', "needs the same {} in en and zh"),
    ('[[overrides]]\nfail-on = "minor"', "has an entry without paths"),
    ('[[overrides]]\npaths = ["x"]\nfiles = []', "line 3: there is no setting 'files'"),
    ('[overrides]\npaths = ["x"]', "write it as [[...]]"),
    ("severity = 3", "write it as a table"),
    ("glossaries = [1]", "write a list of texts"),
]


@pytest.mark.parametrize(("text", "told"), MISTAKES, ids=range(len(MISTAKES)))
def test_a_mistake_is_told_with_its_place(text: str, told: str) -> None:
    with pytest.raises(ConfigError) as caught:
        settings(text)
    assert str(caught.value).startswith("aligner.toml")
    assert told in str(caught.value)


def test_files_that_cannot_be_read() -> None:
    with pytest.raises(ConfigError, match=r"none\.toml: cannot be read"):
        load({}, "none.toml")
    Path("aligner.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match="is not UTF-8"):
        load({})
    Path("aligner.toml").unlink()
    Path("pyproject.toml").write_text("tool.aligner = 3", encoding="utf-8")
    with pytest.raises(ConfigError, match="is no table"):
        load({})


def test_a_broken_pyproject_that_does_not_name_us_is_not_ours() -> None:
    Path("pyproject.toml").write_text("broken = ", encoding="utf-8")
    assert load({}).file is None


def test_both_names_of_the_direction_are_shown() -> None:
    rows = {row.name: row for row in settings('target = "en"').rows()}
    assert (rows["source"].value, rows["target"].value) == ("zh", "en")
    assert rows["source"].origin == rows["target"].origin == "aligner.toml, line 1"


def test_files_that_are_named_and_missing_are_told_with_the_place() -> None:
    named = 'glossaries = ["a.csv", "b.csv"]\n[[overrides]]\npaths = ["x"]\nlexicons = ["c.lex"]\n'
    Path("a.csv").touch()
    assert list(settings(named).missing()) == [
        "aligner.toml, line 1: glossaries: b.csv: there is no such file",
        "aligner.toml, line 4: lexicons: c.lex: there is no such file",
    ]
    assert list(settings(named, glossaries=("a.csv",), lexicons=("d.lex",)).missing()) == []


def test_options_of_the_command_line() -> None:
    options = {"select": ("numbers,omission", "abb"), "min_confidence": 0.0, "no_own_glossaries": True, "jobs": None}
    base = settings_of({**options, "no_config": True, "ignore": (), "sentences": False}).base
    assert base.select == ("numbers", "omission", "abb")
    assert (base.min_confidence, base.own_glossaries) == (0.0, False)
    with pytest.raises(ConfigError, match="numbrs"):
        settings_of({"ignore": ("numbrs",), "no_config": True})


@given(st.text(st.sampled_from("[]=\"'.#ab \n"), max_size=60), st.sampled_from([("a",), ("a", 0, "b"), ("b", "a")]))
def test_looking_for_a_line_never_fails(text: str, address: tuple[str | int, ...]) -> None:
    line = _file.line_of(text, address)
    assert line is None or 1 <= line <= len(text.splitlines())
