"""Word files made by hand: the least that a package needs, with the XML that a test is about."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NAMESPACES = (
    f'xmlns:r="{_OFFICE}/relationships" xmlns:m="{_OFFICE}/math" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_ROOTS = {"footnotes": "footnotes", "endnotes": "endnotes", "header": "hdr", "footer": "ftr"}


def part(root: str, content: str, namespace: str = W) -> str:
    return f'{_HEAD}<w:{root} xmlns:w="{namespace}" {_NAMESPACES}>{content}</w:{root}>'


def word_file(body: str, strict: bool = False, main: str = _MAIN, **stories: str) -> bytes:
    """Pack a body with further parts, given as what stands in them: `footnotes=`, `header1=`, `styles=` ..."""
    office, namespace = (_STRICT_OFFICE, STRICT) if strict else (_OFFICE, W)
    parts = {"word/document.xml": part("document", f"<w:body>{body}</w:body>", namespace)}
    links = ""
    for name, content in stories.items():
        kind = name.rstrip("0123456789")
        parts[f"word/{name}.xml"] = part(_ROOTS.get(kind, kind), content, namespace)
        links += f'<Relationship Id="{name}" Type="{office}/relationships/{kind}" Target="{name}.xml"/>'
    types = '<Default Extension="xml" ContentType="application/xml"/>'
    types += f'<Override PartName="/word/document.xml" ContentType="{main}"/>'
    document = f'<Relationship Id="d" Type="{office}/relationships/officeDocument" Target="/word/document.xml"/>'
    return packed(
        {
            "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{types}</Types>',
            "_rels/.rels": _relations(document),
            "word/_rels/document.xml.rels": _relations(links),
            "word/media/image1.bin": "\x00\x01 no picture",
            **parts,
        }
    )


def _relations(links: str) -> str:
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'


def packed(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_part(data: bytes, name: str, content: str) -> bytes:
    """Return a package with one part replaced."""
    return packed({**unpacked(data), name: content})


def p(*content: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(content)}</w:p>"


def r(text: str, properties: str = "") -> str:
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def change(kind: str, content: str) -> str:
    """Mark runs as a tracked change: `ins`, `del`, `moveFrom`, `moveTo`."""
    if kind == "del":
        content = content.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
    return f'<w:{kind} w:id="9" w:author="A">{content}</w:{kind}>'


def table(*rows: tuple[str, ...], head: bool = False) -> str:
    """Make a table of cells, each the text of one paragraph or XML."""
    lines = []
    for number, row in enumerate(rows):
        cells = (
            cell if cell.startswith("<w:tc>") else f"<w:tc>{cell if '<' in cell else p(r(cell))}</w:tc>" for cell in row
        )
        mark = "<w:trPr><w:tblHeader/></w:trPr>" if head and not number else ""
        lines.append(f"<w:tr>{mark}{''.join(cells)}</w:tr>")
    return f"<w:tbl>{''.join(lines)}</w:tbl>"


def field(code: str, *result: str) -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{marks[0]}<w:r><w:instrText> {code} </w:instrText></w:r>{marks[1]}{''.join(result)}{marks[2]}"


def box(*paragraphs: str) -> str:
    """Make a text box as Word does: drawn for new programs, and once more for old ones."""
    content = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    new = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>'
    old = f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback>"
    return f"<w:r><mc:AlternateContent>{new}{old}</mc:AlternateContent></w:r>"
