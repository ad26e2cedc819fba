"""XLIFF 2.1 of the pairs: a unit a pair, with its id, its place and its scores as metadata, its findings as notes.

A sentence without a counterpart has an empty side. Where several documents are translated in opposite directions, all
stand in that of the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aligner.model import Finding, Lang, Pair, Result, Severity, Side, Tag
from aligner.reports._report import RenderOptions, Report, told
from aligner.reports._xml import Numbers, escaped, parts, quoted

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"
 version="2.1" srcLang="{}" trgLang="{}">
"""
PRIORITIES: dict[Severity, int] = {"critical": 1, "major": 2, "minor": 5, "neutral": 9}  # of notes, 1 to 10


def render(results: Iterable[Result], options: RenderOptions) -> Iterator[str]:
    """Yield the head, then each document as a `file`."""
    source: Lang | None = None
    for number, result in enumerate((r for r in results if r.pairs), start=1):
        document = result.document
        if source is None:
            source = document.source_lang
            yield _HEAD.format(source, document.target_lang)
        yield f'<file id="f{number}" original={quoted(document.path_of("target"))}>\n'
        turned = document.source_lang != source
        for pair in result.pairs:
            yield _unit(pair, result, ("target", "source") if turned else ("source", "target"))
        yield "</file>\n"
    # The format knows no file without a unit.
    yield "</xliff>\n" if source else f'{_HEAD.format("en", "zh")}<file id="f1"><group id="g1"/></file>\n</xliff>\n'


def _unit(pair: Pair, result: Result, sides: tuple[Side, Side]) -> str:
    numbers = Numbers()
    texts = {side: "".join(_written(pair, side, numbers)) for side in sides}
    findings = [finding for finding in result.counted if finding.pair == pair.id]
    state = "translated" if pair.target else "initial"
    first, second = sides
    target = f'<target xml:space="preserve">{texts[second]}</target>\n' if pair.segments(second) else ""
    return (
        f'<unit id="{pair.id}">\n{_metadata(pair, result)}{_notes(findings)}<segment state="{state}">\n'
        f'<source xml:space="preserve">{texts[first]}</source>\n{target}</segment>\n</unit>\n'
    )


def _metadata(pair: Pair, result: Result) -> str:
    risk = result.risk(pair.id)
    segments = pair.target or pair.source
    data = {
        "document": result.document.id,
        "address": segments[0].block.address if segments else "",
        "score": f"{pair.score:.4f}",
        "risk": "" if risk is None else f"{risk:.4f}",
        "method": pair.method,
    }
    lines = "".join(f'<mda:meta type="{kind}">{escaped(value)}</mda:meta>\n' for kind, value in data.items() if value)
    return f'<mda:metadata><mda:metaGroup category="aligner">\n{lines}</mda:metaGroup></mda:metadata>\n'


def _notes(findings: Iterable[Finding]) -> str:
    notes = "".join(f"{note(finding)}\n" for finding in findings)
    return f"<notes>\n{notes}</notes>\n" if notes else ""


def note(finding: Finding, prefix: str = "") -> str:
    """Write a finding as a note of XLIFF 2; `prefix` is that of its name, with the colon."""
    applies = "target" if finding.target or not finding.source else "source"
    attributes = f'appliesTo="{applies}" category={quoted(finding.rule)} priority="{PRIORITIES[finding.severity]}"'
    return f"<{prefix}note {attributes}>{escaped(f'{finding.severity}: {told(finding)}')}</{prefix}note>"


def _written(pair: Pair, side: Side, numbers: Numbers) -> Iterator[str]:
    for item in numbers.numbered(parts(pair, side)):
        yield escaped(item) if isinstance(item, str) else _tag(*item)


def _tag(tag: Tag, number: int, whole: bool) -> str:
    shown = f"disp={quoted(tag.shown)}"
    if tag.kind not in ("open", "close"):
        kind = 'type="fmt" subType="xlf:lb" ' if tag.kind == "break" else ""
        return f'<ph id="{number}" {kind}{shown}/>'
    lone = "" if whole else ' isolated="yes"'
    if tag.kind == "open":
        return f'<sc id="{number}"{lone} {shown}/>'
    return f'<ec {"startRef" if whole else "id"}="{number}"{lone} {shown}/>'


REPORT = Report("xliff", "the pairs with findings as notes (XLIFF 2.1)", (".xlf", ".xliff"), render, holds_pairs=True)
