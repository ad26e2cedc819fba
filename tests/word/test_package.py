"""Word files that are none, or that do harm: one line says what is wrong."""

import io
import zipfile

import pytest

from aligner.errors import InputError
from aligner.word import package
from tests.word_files import p, packed, part, r, unpacked, with_part, word_file

GOOD = word_file(p(r("Pain")))
BODY = GOOD.index(b"word/document.xml") + len("word/document.xml")


def bomb(size: int) -> bytes:
    return with_part(GOOD, "word/document.xml", part("document", "<w:body>" + " " * size + "</w:body>"))


def locked() -> bytes:
    """Return a zip whose entries say that they need a password."""
    data = bytearray(GOOD)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            data[place + at] |= 1
            place = data.find(mark, place + 4)
    return bytes(data)


def changed(part_name: str, old: str, new: str) -> bytes:
    return with_part(GOOD, part_name, unpacked(GOOD)[part_name].decode().replace(old, new))


DTD = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
EXTERNAL = '<!DOCTYPE w SYSTEM "http://192.0.2.1/evil.dtd">'
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (package.OLE + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le"), "is encrypted; open it in Word"),
        (package.OLE + b"\0" * 512 + "WordDocument".encode("utf-16-le"), "is in the old format of Word 97 to 2003"),
        (package.OLE + b"\0" * 512, "is no Word file"),
        (b"{\\rtf1 pain}", "is in Rich Text Format"),
        (b"plain text", "is no Word file"),
        (b"", "is no Word file"),
        (b"PK\x03\x04", "is damaged"),
        (GOOD[:-40], "is damaged"),
        (GOOD[: len(GOOD) // 2], "is damaged"),
        (GOOD[: BODY + 9] + b"\xff" * 9 + GOOD[BODY + 18 :], "word/document.xml cannot be unpacked"),
        (locked(), "is encrypted"),
        (bomb(20_000_000), "unpacks to more than can be read"),
        (packed({"a.txt": "no package"}), "is a zip file, but no Word document"),
        (changed("_rels/.rels", "/officeDocument", "/other"), "is a zip file, but no Word document"),
        (with_part(GOOD, "word/document.xml", "<workbook/>"), "is a zip file, but no Word document"),
        (with_part(GOOD, "word/document.xml", "<w:document"), "document.xml is no well-formed XML"),
        (changed("word/document.xml", DECLARATION, DECLARATION + DTD), "declares a document type"),
        (changed("word/document.xml", DECLARATION, DECLARATION + EXTERNAL), "declares a document type"),
        (changed("_rels/.rels", DECLARATION, DECLARATION + DTD), "declares a document type"),
        (changed("_rels/.rels", 'Target="/word/document.xml"', 'Target="../../../etc/passwd"'), "no Word document"),
    ],
)
def test_a_file_that_is_refused_says_why_in_one_line(data: bytes, told: str) -> None:
    with pytest.raises(InputError) as error:
        package.opened(data, "a.docx").tree("word/document.xml")
    assert str(error.value).startswith("a.docx: ") and told in str(error.value) and "\n" not in str(error.value)


def test_nesting_without_end_is_refused() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 2000 + "</w:tc></w:tr></w:tbl>" * 2000
    with pytest.raises(InputError, match="no well-formed XML"):
        package.opened(word_file(deep), "a.docx")


def test_what_is_outside_of_the_package_is_not_looked_for() -> None:
    link = '<Relationship Id="x" Type="http://a/image" TargetMode="External" Target="http://192.0.2.1/a.png"/>'
    opened = package.opened(changed("word/_rels/document.xml.rels", "</Rel", f"{link}</Rel"), "a.docx")
    assert opened.relations("word/document.xml") == ()


def test_a_relation_to_nothing_does_no_harm() -> None:
    lost = '<Relationship Id="x" Type="http://a/styles" Target="../NULL"/>'
    opened = package.opened(changed("word/_rels/document.xml.rels", "</Rel", f"{lost}</Rel"), "a.docx")
    assert opened.related("word/document.xml", "styles") == ""
    assert unpacked(opened.copy({})) == unpacked(changed("word/_rels/document.xml.rels", "</Rel", f"{lost}</Rel"))


def test_a_copy_keeps_how_each_part_was_packed() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in unpacked(GOOD).items():
            info = zipfile.ZipInfo(name, (2024, 5, 6, 7, 8, 10))
            info.compress_type = zipfile.ZIP_STORED if name.endswith(".bin") else zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    opened = package.opened(file.getvalue(), "a.docx")
    for _ in range(2):
        with zipfile.ZipFile(io.BytesIO(opened.copy({"word/new.xml": b"<a/>"}))) as archive:
            infos = archive.infolist()
        assert [info.date_time for info in infos[:-1]] == [(2024, 5, 6, 7, 8, 10)] * (len(infos) - 1)
        assert {info.compress_type for info in infos if info.filename.endswith(".bin")} == {zipfile.ZIP_STORED}
        assert infos[-1].filename == "word/new.xml"
