"""Which files belong together."""

from pathlib import Path

import pytest

from aligner import discovery
from aligner.discovery import Pattern, Search
from aligner.errors import InputError


def tree(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def found(*paths: str, **options: object) -> discovery.Found:
    return discovery.find(paths, Search(extensions=frozenset({".txt", ".md"}), **options))  # type: ignore[arg-type]


def test_pairs_by_name_and_by_folder_in_order(tmp_path: Path) -> None:
    tree(
        tmp_path,
        "t/b.en.txt",
        "t/b.zh.txt",
        "t/a.zh.md",
        "t/a.en.md",
        "t/s/en/x/c.txt",
        "t/s/zh/x/c.txt",
        "t/readme.md",
    )
    assert found("t").documents == (
        ("t/a.en.md", "t/a.zh.md"),
        ("t/b.en.txt", "t/b.zh.txt"),
        ("t/s/en/x/c.txt", "t/s/zh/x/c.txt"),
    )
    assert found("t").alone == found("t").unmatched == ()
    assert found("t") == found("t/s", "t") == found("t", "t") or len(found("t/s", "t").documents) == 3


def test_a_file_leads_to_its_partner_whichever_is_named(tmp_path: Path) -> None:
    tree(tmp_path, "a.en.txt", "a.zh.txt", "en/b.txt", "zh/b.txt")
    for named in (["a.en.txt"], ["a.zh.txt"], ["a.zh.txt", "a.en.txt"], ["./a.en.txt"]):
        assert found(*named).documents == (("a.en.txt", "a.zh.txt"),)
    assert found("zh/b.txt").documents == (("en/b.txt", "zh/b.txt"),)
    absolute = str(tmp_path / "zh" / "b.txt")
    assert found(absolute).documents == ((str(tmp_path / "en" / "b.txt"), absolute),)


def test_a_draft_of_a_cat_tool_is_a_document_by_itself(tmp_path: Path) -> None:
    tree(tmp_path, "t/a.xlf", "t/b.zh.XLF", "t/c.txt")
    assert found("t", drafts=frozenset({".xlf"})).documents == (("t/a.xlf",), ("t/b.zh.XLF",))
    assert found("t/a.xlf", "t/b.zh.XLF", drafts=frozenset({".xlf"})).documents == (("t/a.xlf",), ("t/b.zh.XLF",))


def test_what_word_puts_beside_an_open_file_is_none_of_them(tmp_path: Path) -> None:
    tree(tmp_path, "t/a.en.txt", "t/a.zh.txt", "t/~$a.en.txt", "t/~$a.zh.txt")
    assert found("t").documents == (("t/a.en.txt", "t/a.zh.txt"),)


def test_a_partner_above_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path, "en/b.txt", "zh/b.txt")
    monkeypatch.chdir(tmp_path / "zh")
    assert found(".", root=tmp_path).documents == (("../en/b.txt", "b.txt"),)


def test_files_without_a_partner_are_told(tmp_path: Path) -> None:
    tree(tmp_path, "t/a.en.txt", "t/b.zh.txt", "t/c.en.pdf")
    assert found("t").alone == (("t/a.en.txt", "t/a.zh.txt"), ("t/b.zh.txt", "t/b.en.txt"))
    assert found("t").documents == ()


def test_what_is_named_and_fits_no_pattern_is_told(tmp_path: Path) -> None:
    tree(tmp_path, "t/notes.txt", "t/a.en.txt", "t/a.zh.txt")
    assert found("t").unmatched == ()
    assert found("t/notes.txt", "t").unmatched == (("t/notes.txt", ""),)


def test_patterns_of_the_users_own_and_pages(tmp_path: Path) -> None:
    tree(tmp_path, "src/a_eng.txt", "out/a_chi.txt", "pages/1.txt", "other/pages/2.txt")
    patterns = (Pattern("src/{id}_eng.txt", "out/{id}_chi.txt"), Pattern(page="/pages/*.txt"))
    assert found(".", patterns=patterns).documents == (("src/a_eng.txt", "out/a_chi.txt"), ("pages/1.txt",))


def test_hidden_and_excluded_files_are_left_out(tmp_path: Path) -> None:
    tree(tmp_path, ".git/a.en.txt", ".git/a.zh.txt", "old/a.en.txt", "old/a.zh.txt", "b.en.txt", "b.zh.txt")
    assert found(".", exclude=("old",)).documents == (("b.en.txt", "b.zh.txt"),)
    assert found("old/a.en.txt", "b.en.txt", exclude=("old/**",)).documents == (("b.en.txt", "b.zh.txt"),)
    assert found(".", exclude=("b.zh.*", "old")).alone == ()


def test_a_path_that_is_not_there_is_an_error() -> None:
    with pytest.raises(InputError, match="nowhere: there is no such file"):
        found("nowhere")


def test_a_chain_of_names_meets_the_partner_that_is_there(tmp_path: Path) -> None:
    tree(tmp_path, "en/x/en/a.txt", "en/x/zh/a.txt")
    assert found("en").documents == (("en/x/en/a.txt", "en/x/zh/a.txt"),)


def one_language(path: str) -> str:
    return "" if "both" in path else "holds only English"


def test_a_file_that_holds_both_languages_is_a_document_by_itself(tmp_path: Path) -> None:
    tree(tmp_path, "t/a.en.txt", "t/a.zh.txt", "t/both.md", "t/note.md", "t/both.png")
    there = found("t", "t/note.md", lacks=one_language)
    assert there.documents == (("t/a.en.txt", "t/a.zh.txt"), ("t/both.md",))
    assert there.others == (("t/note.md", "t", "holds only English"),)
    assert there.unmatched == (("t/note.md", "holds only English"),)
    assert found("t").documents == (("t/a.en.txt", "t/a.zh.txt"),)


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("Leaflet_EN.txt", "Leaflet_ZH.txt"),
        ("Leaflet-en-GB.md", "leaflet-zh_CN.md"),
        ("Leaflet (English).txt", "Leaflet (Chinese).txt"),
        ("Leaflet（英文）.txt", "Leaflet（中文）.txt"),
        ("Leaflet.txt", "Leaflet.zh.txt"),
        ("Leaflet EN v2.txt", "Leaflet CN v2.txt"),
    ],
)
def test_other_ways_to_name_the_language(tmp_path: Path, english: str, chinese: str) -> None:
    tree(tmp_path, f"t/{english}", f"t/{chinese}", "t/Change_EN.txt", "t/Centre_CHN.txt")
    there = found("t", lacks=one_language, lang_of=lambda path: "en")
    assert there.documents == ((f"t/{english}", f"t/{chinese}"),) and not there.alone
    assert {path for path, _, _ in there.others} == {"t/Change_EN.txt", "t/Centre_CHN.txt"}


def test_a_name_without_a_language_is_looked_into(tmp_path: Path) -> None:
    tree(tmp_path, "t/A.txt", "t/A.en.txt", "t/B.txt", "t/B_en.txt")
    there = found("t", lacks=one_language, lang_of=lambda path: "zh" if "A" in path else "en")
    assert there.documents == (("t/A.en.txt", "t/A.txt"),)
    assert {path for path, _, _ in there.others} == {"t/B.txt", "t/B_en.txt"} and not there.alone


def test_three_names_of_a_kind_are_not_guessed_at(tmp_path: Path) -> None:
    tree(tmp_path, "t/A_EN.txt", "t/A_en-GB.txt", "t/A_ZH.txt")
    assert not found("t", lacks=one_language).documents
