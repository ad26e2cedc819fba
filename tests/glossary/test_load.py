import pickle
from pathlib import Path

import pytest

from aligner.errors import GlossaryError
from aligner.glossary.load import COLUMNS, load
from aligner.glossary.locate import own_files
from aligner.model import Forbidden


def _file(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "terms.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_two_columns_are_enough(tmp_path: Path) -> None:
    (term,) = load(_file(tmp_path, "en,zh\nknee pain,膝关节疼痛\n"))
    assert (term.id, term.en.preferred, term.zh.preferred) == ("knee-pain", "knee pain", "膝关节疼痛")
    assert (term.match, term.case, term.status) == ("stem", False, "approved")


def test_every_column_arrives(tmp_path: Path) -> None:
    row = (
        "ma,migratory arthralgia,游走性关节痛,migrating arthralgia|flitting arthralgia,游走性关节疼痛,"
        "wandering pain,迁移性关节痛=minor: 固定译法|乱走痛,MA,游痛,noun,"
        "rheumatology,exact,yes,no arthralgia|无关节痛,a note,USE,candidate"
    )
    (term,) = load(_file(tmp_path, f"{','.join(COLUMNS)}\n{row}\n"))
    assert term.en.accepted == ("migratory arthralgia", "migrating arthralgia", "flitting arthralgia")
    assert term.zh.forbidden == (Forbidden("迁移性关节痛", "minor", "固定译法"), Forbidden("乱走痛"))
    assert (term.en.abbreviations, term.zh.abbreviations) == (("MA",), ("游痛",))
    assert (term.case, term.match, term.status) == (True, "exact", "candidate")
    assert term.exceptions == ("no arthralgia", "无关节痛")
    assert pickle.loads(pickle.dumps(term)) == term


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_encodings_that_spreadsheets_write(tmp_path: Path, encoding: str) -> None:
    (term,) = load(_file(tmp_path, "en,zh\r\nknee,膝关节\r\n", encoding))
    assert term.zh.preferred == "膝关节"


@pytest.mark.parametrize("separator", ["\t", ";"])
def test_other_separators(tmp_path: Path, separator: str) -> None:
    (term,) = load(_file(tmp_path, f"en{separator}zh\nknee{separator}膝关节\n"))
    assert term.zh.preferred == "膝关节"


@pytest.mark.parametrize("header", ["English,Chinese", "英文,中文", "EN-US,zh-CN", "eng,Chinese (Simplified)"])
def test_columns_may_be_named_by_their_languages(tmp_path: Path, header: str) -> None:
    (term,) = load(_file(tmp_path, f"{header}\nknee,膝\n"))
    assert (term.en.preferred, term.zh.preferred) == ("knee", "膝")


def test_our_own_names_of_columns_come_first(tmp_path: Path) -> None:
    (term,) = load(_file(tmp_path, "English,en,zh\nthe knee,knee,膝\n"))
    assert term.en.preferred == "knee"


def test_a_value_before_the_bar_is_the_preferred_one(tmp_path: Path) -> None:
    (term,) = load(_file(tmp_path, "en,zh\nknee,膝关节|膝\n"))
    assert term.zh.accepted == ("膝关节", "膝")


def test_the_same_english_twice_is_two_concepts(tmp_path: Path) -> None:
    terms = load(_file(tmp_path, "en,zh\ndischarge,出院\ndischarge,分泌物\n"))
    assert len({term.id for term in terms}) == 2


def test_a_pattern_may_hold_the_bar(tmp_path: Path) -> None:
    (term,) = load(_file(tmp_path, "en,zh,match\ngrade (?:I|II),分级,regex\n"))
    assert term.en.accepted == ("grade (?:I|II)",)


@pytest.mark.parametrize(
    ("text", "place", "what"),
    [
        ("", "", "is empty"),
        ("en,zh\n", "", "holds no entry"),
        ("term,translation\nknee,膝\n", "line 1, column 1", "lacks en and zh"),
        ("en,zh,zh_forbiden\nknee,膝,x\n", "line 1, column 3", "zh_forbidden"),
        ("en,zh,en\nknee,膝,x\n", "line 1, column 1", "twice"),
        ("en,zh\nknee,膝\n,踝\n", "line 3, column 1", "empty"),
        ("en,zh\nknee,\n", "line 2, column 2", "empty"),
        ("en,zh\nknee\n", "line 2, column 2", "empty"),
        ("en,zh\nknee,膝,more\n", "line 2, column 2", "3 fields"),
        ("en,zh\n膝关节,knee\n", "line 2, column 1", "is Chinese"),
        ("en,zh,match\nknee,膝,fuzzy\n", "line 2, column 3", "fuzzy"),
        ("en,zh,case\nknee,膝,maybe\n", "line 2, column 3", "maybe"),
        ("en,zh,status\nknee,膝,new\n", "line 2, column 3", "new"),
        ("en,zh,match\nkn(ee,膝,regex\n", "line 2, column 1", "regular expression"),
        ("en,zh,zh_forbidden\nknee,膝,x=fatal: no\n", "line 2, column 3", "severity"),
        ("en,zh,zh_forbidden\nknee,膝,膝\n", "line 2, column 3", "both admitted and forbidden"),
        ("id,en,zh\na,knee,膝\nb,hip,髋\na,ankle,踝\n", "line 4, column 1", "line 2"),
        ('en,zh\nknee,"膝\n', "line 2", "well-formed"),
    ],
)
def test_a_broken_glossary_says_where(tmp_path: Path, text: str, place: str, what: str) -> None:
    path = _file(tmp_path, text)
    with pytest.raises(GlossaryError) as caught:
        load(path)
    message = str(caught.value)
    assert message.startswith(str(path))
    assert place in message
    assert what in message
    assert "\n" not in message


def test_what_is_no_text(tmp_path: Path) -> None:
    binary = tmp_path / "terms.csv"
    binary.write_bytes(bytes(range(256)))
    for path in (binary, tmp_path / "absent.csv", tmp_path):
        with pytest.raises(GlossaryError, match=str(path)):
            load(path)


def test_our_own_glossaries_load_and_have_unique_ids() -> None:
    terms = [term for path in own_files() for term in load(path)]
    assert len(terms) >= 300
    assert len({term.id for term in terms}) == len(terms)
