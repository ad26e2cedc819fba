"""TMX 1.4 of the pairs, a translation memory: what has both sides, with its id, its place and its scores as props.

The numbers of the tags are new, and the same on both sides; a tag's native code is the name that it is shown by.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aligner.model import Pair, Result, Side, Tag
from aligner.reports._report import RenderOptions, Report
from aligner.reports._xml import Numbers, escaped, parts, quoted
from aligner.version import __version__

_SIDES: tuple[Side, Side] = ("source", "target")


def render(results: Iterable[Result], options: RenderOptions) -> Iterator[str]:
    """Yield the head, then one chunk a document; the first one says what language the memory is from."""
    number = 0
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n'
    head = True
    for result in results:
        if head:
            yield _header(result.document.source_lang)
            head = False
        for pair in result.pairs:
            if pair.source and pair.target:
                number += 1
                yield _unit(pair, number, result)
        yield ""
    yield "</body>\n</tmx>\n" if not head else f"{_header('*all*')}</body>\n</tmx>\n"


def _header(lang: str) -> str:
    return (
        f'<header creationtool="aligner" creationtoolversion={quoted(__version__)} segtype="sentence"'
        f' o-tmf="aligner" adminlang="en" srclang="{lang}" datatype="plaintext"/>\n<body>\n'
    )


def _unit(pair: Pair, number: int, result: Result) -> str:
    document, risk = result.document, result.risk(pair.id)
    props = {
        "x-document": document.id,
        "x-pair": str(pair.id),
        "x-address": pair.target[0].block.address,
        "x-score": f"{pair.score:.4f}",
        "x-risk": "" if risk is None else f"{risk:.4f}",
        "x-method": pair.method,
    }
    lines = [f'<prop type="{kind}">{escaped(value)}</prop>' for kind, value in props.items() if value]
    numbers = Numbers()
    for side, lang in zip(_SIDES, (document.source_lang, document.target_lang), strict=True):
        text = "".join(_written(pair, side, numbers))
        lines.append(f'<tuv xml:lang="{lang}"><seg>{text}</seg></tuv>')
    source = f' srclang="{document.source_lang}"'
    return f'<tu tuid="{number}"{source}>\n' + "".join(f"{line}\n" for line in lines) + "</tu>\n"


def _written(pair: Pair, side: Side, numbers: Numbers) -> Iterator[str]:
    for item in numbers.numbered(parts(pair, side)):
        yield escaped(item) if isinstance(item, str) else _tag(*item)


def _tag(tag: Tag, number: int, whole: bool) -> str:
    code = escaped(tag.shown)
    if tag.kind not in ("open", "close"):
        kind = ' type="lb"' if tag.kind == "break" else ""
        return f'<ph x="{number}"{kind}>{code}</ph>'
    if not whole:
        return f'<it pos="{"begin" if tag.kind == "open" else "end"}" x="{number}">{code}</it>'
    return f'<bpt i="{number}" x="{number}">{code}</bpt>' if tag.kind == "open" else f'<ept i="{number}">{code}</ept>'


REPORT = Report("tmx", "the pairs as a translation memory (TMX 1.4)", (".tmx",), render, holds_pairs=True)
