import codecs

import pytest

from aligner.errors import InputError
from aligner.text.decoding import decode

SIMPLIFIED = "区域性迁移性骨质疏松症是一种少见疾病。患者行MRI检查。\n"
TRADITIONAL = "區域性遷移性骨質疏鬆症是一種少見疾病，患者行MRI檢查後發現骨髓水腫。\n"


@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL, "The knee’s pain.\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_without_a_word(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "x") == (text, ())


def test_utf_16_big_endian() -> None:
    assert decode(codecs.BOM_UTF16_BE + SIMPLIFIED.encode("utf-16-be"), "x") == (SIMPLIFIED, ())


@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL, "骨髓水肿", "Pain. 疼痛。"])
def test_gb18030_is_assumed_with_a_warning(text: str) -> None:
    found, warnings = decode(text.encode("gb18030"), "a.txt")

    assert found == text
    assert len(warnings) == 1
    assert "GB18030" in warnings[0]
    assert "--encoding" in warnings[0]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b" \r\n\t\n", "white space"),
        ("\ufeff \u3000\n".encode(), "white space"),
        (b"\x89PNG\r\n\x1a\n\x00", "an image"),
        (b"%PDF-1.7\n", "a PDF file"),
        (b"PK\x03\x04abc", "a Word, Excel or zip file"),
        (b"abc\x00def", "NUL"),
        (bytes(range(1, 32)) * 4, "control characters"),
        (SIMPLIFIED.encode("utf-16-le"), "UTF-16 without a byte order mark"),
        (
            "Le patient était âgé.\n".encode("latin-1"),
            "byte 11 (line 1) is not UTF-8, and read as GB18030 it is no Chinese; it looks like Windows-1252",
        ),
        ("One.\nTwo.\r\nThr\xe9e.\n".encode("latin-1"), "byte 14 (line 3) is not UTF-8"),
        (TRADITIONAL.encode("big5"), "--encoding big5"),
        (SIMPLIFIED.encode()[:-3], "is not UTF-8"),
        ("日本語の文章です。関節が痛いです。".encode("shift-jis"), "is not UTF-8"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes, says: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, "a.txt")

    assert str(caught.value).startswith("a.txt: ")
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("encoding", "text"), [("big5", TRADITIONAL), ("gb18030", SIMPLIFIED), ("utf-16-le", SIMPLIFIED), ("latin-1", "é")]
)
def test_a_named_encoding_is_used_without_a_warning(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "x", encoding) == (text, ())


def test_a_named_encoding_drops_the_mark_at_the_head_only() -> None:
    assert decode("\ufeffa\ufeff".encode(), "x", "utf-8") == ("a\ufeff", ())


@pytest.mark.parametrize("encoding", ["no-such", "base64", "rot13", "utf-8\x00", ""])
def test_an_encoding_that_does_not_exist(encoding: str) -> None:
    with pytest.raises(InputError, match="unknown encoding"):
        decode(b"abc", "a.txt", encoding)


def test_bytes_that_are_not_of_the_named_encoding() -> None:
    with pytest.raises(InputError, match=r"a\.txt: byte 2 \(line 1\) is not UTF-8; .*--encoding"):
        decode(b"ab\xff", "a.txt", "utf-8")
