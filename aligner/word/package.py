"""A Word file as a package: a zip of XML parts, read under limits, and copied with some of them replaced.

Nothing that a part refers to outside the package is fetched. A part with a document type is refused, since entities
come with it; so is a package that unpacks to far more than it holds.
"""

from __future__ import annotations

import copy
import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aligner.errors import InputError

EXTENSIONS = (".docx", ".docm", ".dotx", ".dotm")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of encrypted files, and of Word 97 to 2003
RICH_TEXT = b"{\\rtf"
_MEGABYTE = 2**20
LARGEST_PART, LARGEST = 128 * _MEGABYTE, 2048 * _MEGABYTE
_FREE, _RATIO = 8 * _MEGABYTE, 200  # XML of Word is packed to a twentieth; a hundredth was seen in tables
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, LookupError, ValueError, NotImplementedError)
_ENCRYPTED, _WORD_97 = ("EncryptedPackage".encode("utf-16-le"), "WordDocument".encode("utf-16-le"))
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_CONTENT_TYPES = "[Content_Types].xml"
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # that a zip can name


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: the kind is the last word of the relation's type, the target a name in the package."""

    id: str
    kind: str
    target: str


@dataclass(frozen=True)
class Package:
    """An open package; names of parts have no leading slash. `main` is the part that holds the document."""

    name: str
    archive: zipfile.ZipFile
    main: str = ""
    _names: dict[str, str] = field(default_factory=dict)

    def has(self, part: str) -> bool:
        """Say whether there is such a part; capitals make no difference."""
        return part.lower() in self._names

    def tree(self, part: str) -> Any:
        """Return the root element of a part.

        Raises:
            InputError: the part is not there, is too large, or is no XML that may be read.
        """
        if not self.has(part):
            raise _damaged(self.name, f"{part} is missing")
        name = self._names[part.lower()]
        if self.archive.getinfo(name).file_size > LARGEST_PART:
            raise _too_large(self.name)
        return _parsed(self._read(name), self.name, part)

    def relations(self, part: str) -> tuple[Relation, ...]:
        """Return what a part refers to within the package."""
        rels = _relations_of(part)
        if not self.has(rels):
            return ()
        folder = posixpath.dirname(part)
        return tuple(
            Relation(el.get("Id", ""), el.get("Type", "").rpartition("/")[2], _within(folder, el.get("Target", "")))
            for el in self.tree(rels)
            if isinstance(el.tag, str) and el.get("TargetMode") != "External"
        )

    def related(self, part: str, kind: str) -> str:
        """Return the first part of this kind that a part refers to, and that is there; empty where there is none."""
        return next((r.target for r in self.relations(part) if r.kind == kind and self.has(r.target)), "")

    def with_part(self, part: str, kind: str, content_type: str) -> dict[str, bytes]:
        """Return the parts to be replaced so that the document refers to a new part."""
        types, rels = self.tree(_CONTENT_TYPES), self.tree(_relations_of(self.main))
        _append(types, f"{{{_TYPES}}}Override", PartName=f"/{part}", ContentType=content_type)
        main = next(r for r in self.tree("_rels/.rels") if r.get("Type", "").endswith("/officeDocument"))
        known = {el.get("Id") for el in rels}
        fresh = next(f"rId{n}" for n in range(1, len(known) + 2) if f"rId{n}" not in known)
        schema = main.get("Type").rpartition("/")[0]
        target = posixpath.relpath(part, posixpath.dirname(self.main))
        _append(rels, f"{{{_RELATIONS}}}Relationship", Id=fresh, Type=f"{schema}/{kind}", Target=target)
        return {_CONTENT_TYPES: written(types), _relations_of(self.main): written(rels)}

    def copy(self, parts: Mapping[str, bytes]) -> bytes:
        """Return the package with these parts replaced, or added at its end; all else in it stays as it is."""
        replaced = {self._names.get(name.lower(), name): data for name, data in parts.items()}
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as out:
            for info in self.archive.infolist():
                data = replaced.pop(info.filename, None)
                # A copy, since writing changes what it says of where a part lies.
                out.writestr(copy.copy(info), self._read(info.filename) if data is None else data)
            for name, data in replaced.items():
                info = zipfile.ZipInfo(name, _EARLIEST)
                info.compress_type = zipfile.ZIP_DEFLATED
                out.writestr(info, data)
        return file.getvalue()

    def _read(self, name: str) -> bytes:
        try:
            return self.archive.read(name)
        except RuntimeError as error:  # what the standard library says of a zip with a password
            raise _encrypted(self.name) from error
        except _BROKEN as error:
            raise _damaged(self.name, f"{name} cannot be unpacked") from error


def opened(data: bytes, name: str) -> Package:
    """Open a Word file.

    Raises:
        InputError: it is encrypted, damaged, too large, of an old format, or no Word file at all.
    """
    if data.startswith(OLE):
        raise _encrypted(name) if _ENCRYPTED in data else _other(name, "the old format of Word 97 to 2003", data)
    if data.startswith(RICH_TEXT):
        raise _other(name, "Rich Text Format", data)
    if not data.startswith(b"PK"):
        raise InputError(f"{name}: is no Word file", "give a .docx, or say what it is with --format-in")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        raise _damaged(name, "the zip cannot be opened") from error
    _limit(archive, name)
    names = {info.filename.lower(): info.filename for info in archive.infolist()}
    package = Package(name, archive, "", names)
    main = package.related("", "officeDocument")
    if not main or not package.has(_CONTENT_TYPES) or not _is_word(package.tree(main)):
        raise InputError(f"{name}: is a zip file, but no Word document", "open it in Word and save it as .docx")
    return Package(name, archive, main, names)


def new_root(name: str, namespaces: Mapping[str, str]) -> Any:
    """Return the root element of a part to be."""
    from lxml import etree

    return etree.Element(name, nsmap=namespaces)


def written(root: Any) -> bytes:
    """Return an element tree as the bytes of a part."""
    from lxml import etree

    return bytes(etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True))


def _limit(archive: zipfile.ZipFile, name: str) -> None:
    """Refuse what would fill the memory; the sizes that a zip declares are the most that is unpacked of it."""
    entries = archive.infolist()
    if any(e.file_size > _FREE and e.file_size > _RATIO * e.compress_size for e in entries):
        raise _too_large(name)
    if sum(e.file_size for e in entries) > LARGEST:
        raise _too_large(name)


def _parsed(data: bytes, name: str, part: str) -> Any:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _damaged(name, f"{part} is no well-formed XML") from error
    if root.getroottree().docinfo.doctype:
        raise InputError(f"{name}: {part} declares a document type, which no Word file does", "save it anew in Word")
    return root


def _is_word(root: Any) -> bool:
    return str(root.tag).endswith("/main}document") and "wordprocessingml" in root.tag


def _relations_of(part: str) -> str:
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _within(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _append(parent: Any, tag: str, **attributes: str) -> None:
    from lxml import etree

    etree.SubElement(parent, tag, attributes)


def _encrypted(name: str) -> InputError:
    return InputError(f"{name}: is encrypted", "open it in Word, take the password off, and save it")


def _damaged(name: str, what: str) -> InputError:
    return InputError(f"{name}: is damaged ({what})", "open it in Word, which may repair it, and save it anew")


def _too_large(name: str) -> InputError:
    return InputError(f"{name}: unpacks to more than can be read", "give a smaller file")


def _other(name: str, what: str, data: bytes) -> InputError:
    if data.startswith(OLE) and _WORD_97 not in data:
        return InputError(f"{name}: is no Word file", "give a .docx")
    return InputError(f"{name}: is in {what}", "open it in Word and save it as .docx")
