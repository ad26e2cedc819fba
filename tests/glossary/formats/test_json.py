"""JSON as people write it, and what is wrong with it."""

from pathlib import Path

import pytest

from aligner.errors import GlossaryError
from aligner.glossary.formats import find, read
from aligner.model import Forbidden, Forms, Term


def _file(folder: Path, text: str) -> Path:
    path = folder / "terms.json"
    path.write_bytes(text.encode("utf-8-sig"))
    return path


def test_as_people_write_it(tmp_path: Path) -> None:
    text = """[
        {"en": " knee ", "zh": "膝关节", "zh_admitted": "膝",
         "zh_forbidden": ["腿", {"form": "脚", "severity": "minor"}], "case": true, "note": null, "mine": 7},
        {"id": "hip", "en": "hip", "zh": "髋", "abbreviation": ["H", "H"], "case": "no", "status": "candidate"}
    ]"""
    knee, hip = read(_file(tmp_path, text))
    forbidden = (Forbidden("腿"), Forbidden("脚", "minor"))
    assert knee == Term("knee", Forms("knee"), Forms("膝关节", ("膝",), forbidden), case=True)
    assert hip == Term("hip", Forms("hip", abbreviations=("H",)), Forms("髋"), status="candidate")


def test_the_same_english_twice_is_two_concepts(tmp_path: Path) -> None:
    terms = read(_file(tmp_path, '[{"en": "discharge", "zh": "出院"}, {"en": "discharge", "zh": "分泌物"}]'))
    assert [term.id for term in terms] == ["discharge", "discharge-2"]


def test_what_is_as_usual_is_left_out() -> None:
    written = find("json").write((Term("knee", Forms("knee"), Forms("膝")),)).decode("utf-8")
    assert written == '[\n {\n  "id": "knee",\n  "en": "knee",\n  "zh": "膝",\n  "status": "approved"\n }\n]\n'


KNEE = '"en": "knee", "zh": "膝"'


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "line 1, column 1"),
        ('[{"en": "knee",\n "zh" "膝"}]', "line 2, column 7"),
        ("{}", "is not a list"),
        ("[" * 100_000, "is no glossary"),
        ("[1" + "0" * 5000 + "]", "is no glossary"),
        ("[]", "holds no entry"),
        ("[7]", "entry 1: is not an object"),
        ('[{"en": "knee"}]', "entry 1: zh is empty"),
        (f'[{{{KNEE}, "zh_admited": []}}]', "did you mean 'zh_admitted'?"),
        (f'[{{{KNEE}, "note": 7}}]', "entry 1: note: 7 is not a text"),
        (f'[{{{KNEE}, "exceptions": [["a"]]}}]', 'exceptions: ["a"] is not a text'),
        (f'[{{{KNEE}, "zh_forbidden": [{{"severity": "minor"}}]}}]', "an object has no form"),
        (f'[{{{KNEE}, "zh_forbidden": [{{"form": "腿", "severity": "fatal"}}]}}]', "severity of '腿'"),
        (f'[{{{KNEE}, "zh_forbidden": [{{"form": "腿", "severity": ["minor"]}}]}}]', "severity of '腿'"),
        (f'[{{{KNEE}, "zh_forbidden": "膝"}}]', "both admitted and forbidden"),
        (f'[{{{KNEE}, "match": "fuzzy"}}]', "match 'fuzzy' is not one of stem, exact, regex"),
        (f'[{{{KNEE}, "case": "maybe"}}]', "case 'maybe'"),
        ('[{"en": "kn(ee", "zh": "膝", "match": "regex"}]', "no regular expression"),
        ('[{"en": "膝", "zh": "knee"}]', "exchange en and zh"),
        (f'[{{"id": "a", {KNEE}}}, {{"id": "a", {KNEE}}}]', "entry 2: 'a' is also the id of entry 1"),
    ],
)
def test_a_broken_file_says_where(tmp_path: Path, text: str, what: str) -> None:
    path = _file(tmp_path, text)
    with pytest.raises(GlossaryError) as caught:
        read(path)
    message = str(caught.value)
    assert message.startswith(str(path))
    assert what in message
    assert "\n" not in message


def test_what_is_no_text(tmp_path: Path) -> None:
    binary = tmp_path / "binary.json"
    binary.write_bytes(bytes(range(256)))
    (tmp_path / "folder.json").mkdir()
    for path in (binary, tmp_path / "absent.json", tmp_path / "folder.json"):
        with pytest.raises(GlossaryError, match=str(path)):
            read(path)
