import io
import os
import random
import sys
from pathlib import Path

import pytest

from aligner.config import Config
from aligner.errors import InputError
from aligner.readers import document, read
from aligner.text.splitting import split

ENGLISH = "The knee was painful. It was swollen.\n"
CHINESE = "膝关节疼痛。膝关节肿胀。\n"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    english, chinese = tmp_path / "a.en.txt", tmp_path / "a.zh.txt"
    english.write_text(ENGLISH, encoding="utf-8")
    chinese.write_text(CHINESE, encoding="utf-8")
    return english, chinese


def test_the_file_named_first_is_the_source(files: tuple[Path, Path]) -> None:
    doc = read(*files)

    assert (doc.source_lang, doc.target_lang, doc.format) == ("en", "zh", "text")
    assert [b.text for b in doc.source] == ["The knee was painful. It was swollen."]
    assert doc.path == str(files[0])
    assert read(files[1], files[0]).source_lang == "zh"


def test_the_source_language_can_be_named(files: tuple[Path, Path]) -> None:
    doc = read(*files, config=Config(source="zh"))

    assert doc.source_lang == "zh"
    assert [b.text for b in doc.source] == [CHINESE.strip()]


def test_the_language_that_comes_first_on_a_page_is_the_source() -> None:
    assert document(ENGLISH + CHINESE).source_lang == "en"
    assert document(CHINESE + ENGLISH).source_lang == "zh"
    assert document("PMID: 123\n" + CHINESE + ENGLISH).source_lang == "zh"


def test_paragraphs_of_both_languages_may_alternate() -> None:
    doc = document(f"{ENGLISH}{CHINESE}\n{ENGLISH}\n{CHINESE}")

    assert [b.line for b in doc.source] == [1, 4]
    assert [b.line for b in doc.target] == [2, 6]
    assert [b.address for b in doc.target] == ["line 2", "line 6"]


def test_a_line_in_both_languages_says_its_columns() -> None:
    doc = document("  Abstract 摘要\n" + ENGLISH + CHINESE)

    assert (doc.source[0].text, doc.source[0].column) == ("Abstract", 3)
    assert (doc.target[0].text, doc.target[0].column) == ("摘要", 12)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end: str) -> None:
    doc = document((ENGLISH + "\n" + CHINESE).replace("\n", end))

    assert [b.line for b in (*doc.source, *doc.target)] == [1, 3]


def test_standard_input(monkeypatch: pytest.MonkeyPatch, files: tuple[Path, Path]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO((ENGLISH + CHINESE).encode())))
    assert read("-").id == "stdin"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(CHINESE.encode())))
    assert read(files[0], "-").target_lang == "zh"
    with pytest.raises(InputError, match="once only"):
        read("-", "-")


def test_how_a_file_was_read_is_said(tmp_path: Path, files: tuple[Path, Path]) -> None:
    path = tmp_path / "gb.txt"
    path.write_bytes(CHINESE.encode("gb18030"))

    assert "gb.txt" in read(files[0], path).warnings[0]
    assert read(files[0], path).target[0].text == CHINESE.strip()


def test_what_cannot_be_read(tmp_path: Path, files: tuple[Path, Path]) -> None:
    for path, says in (
        (tmp_path / "none.txt", "no such file"),
        (tmp_path, "is a folder"),
        (Path("a\x00b"), "cannot be read"),
    ):
        with pytest.raises(InputError, match=says):
            read(path)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(files: tuple[Path, Path]) -> None:
    files[0].chmod(0)
    with pytest.raises(InputError, match="may not be read"):
        read(*files)


@pytest.mark.parametrize(
    ("texts", "says"),
    [
        ((ENGLISH,), "holds only English; give the Chinese text as a second file"),
        ((CHINESE,), "holds only Chinese; give the English text as a second file"),
        (("123\n45.6\n",), "neither English nor Chinese"),
        ((ENGLISH, ENGLISH), "both are English"),
        ((CHINESE, CHINESE), "both are Chinese"),
        (("123", "4.5"), "neither is English or Chinese"),
        ((ENGLISH, "PMID: 123\n中图分类号：R593\n"), "nothing but front matter"),
        (("",), "is empty"),
        ((ENGLISH, " \n"), "is empty"),
        ((ENGLISH + "中图分类号：R593\n",), "holds only English"),
        ((ENGLISH + "张三，李四，王五\n",), "holds only English"),
    ],
)
def test_a_language_that_is_missing(texts: tuple[str, ...], says: str) -> None:
    with pytest.raises(InputError) as caught:
        document(*texts)

    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_each_line_is_a_segment_as_it_stands() -> None:
    english = "METHODS: One. Two. \n\nPMID: 123\u2028x\x0cy\r\nKeywords: a\rlast"
    doc = document(english, "一\n\n二\n", Config(sentences=True))

    assert doc.presegmented
    assert [b.text for b in doc.source] == ["METHODS: One. Two. ", "", "PMID: 123\u2028x\x0cy", "Keywords: a", "last"]
    assert [b.text for b in doc.target] == ["一", "", "二"]
    assert [b.line for b in doc.target] == [1, 2, 3]
    assert doc.set_aside == ()


def test_a_side_without_letters_is_the_other_language() -> None:
    for config in (Config(), Config(sentences=True)):
        doc = document("1\n2\n", CHINESE, config)
        assert (doc.source_lang, doc.target_lang) == ("en", "zh")
        assert document("一\n", "2\n", config).target_lang == "en"


def test_a_mixed_page_line_by_line() -> None:
    doc = document("One. Two.\n一。二。\n\nThree\n三\n", config=Config(sentences=True))

    assert [b.text for b in doc.source] == ["One. Two.", "Three"]
    assert [b.text for b in doc.target] == ["一。二。", "三"]
    assert doc.presegmented


def test_a_chinese_text_full_of_english_words_is_the_chinese_one() -> None:
    code = "See the `list` of the `with` and the `for` in the `try` 语句。\n"

    assert document(ENGLISH, code).target_lang == "zh"


def test_a_large_text_takes_no_more_than_its_size_asks_for() -> None:
    rows = random.Random(1).choices(["It hurt (n = 3).", "Rest helps [12].", "Why?"], k=4000)
    doc = document(" ".join(rows), "很疼。" * 4000)

    assert len(split(doc.source, "en")) == 4000
    assert len(split(doc.target, "zh")) == 4000


def test_the_seed_page(shared_data: Path) -> None:
    doc = read(shared_data / "seed" / "rmo-abstract.txt")

    assert [b.line for b in doc.set_aside] == [1, 2, 3]
    assert len(split(doc.source, "en")) == len(split(doc.target, "zh")) == 10
