"""The pairs side by side, each with its findings under it, and what the filter knows of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from aligner.model import Finding, Known, Match, Pair, Side
from aligner.reports._html.marked import Mark, marked
from aligner.reports._html.markup import element, safe
from aligner.reports._html.picture import level
from aligner.reports._html.view import SIDES, View, is_empty, sign
from aligner.reports._place import places
from aligner.reports._report import without_advice

_BOLD = {"title", "heading", "label"}


def pair_list(view: View, shown: Sequence[Pair]) -> Iterator[str]:
    """Yield the list of pairs in chunks."""
    document = view.result.document
    heads = "".join(
        element("span", f"{safe(view.say(side))}{safe(view.say('opening') + view.say(lang) + view.say('closing'))}")
        for side, lang in (("source", document.source_lang), ("target", document.target_lang))
    )
    yield f'<div class="heads" aria-hidden="true"><span></span>{heads}</div>\n<ol class="pairs" role="list">\n'
    marks = _marks(view)
    for pair in shown:
        yield _pair(pair, marks, view)
    yield "</ol>\n"


def one(pair: Pair, view: View) -> str:
    """Return a pair alone."""
    return f'<ol class="pairs" role="list">\n{_pair(pair, _marks(view), view)}</ol>\n'


def findings(found: Iterable[Finding], view: View) -> str:
    """Return findings as a list."""
    items = "".join(_finding(finding, view) for finding in found)
    return f'<ul class="findings" role="list">{items}</ul>' if items else ""


def _marks(view: View) -> dict[tuple[int, Side], list[Mark]]:
    marks: dict[tuple[int, Side], list[Mark]] = {}
    for finding in view.result.findings:
        for place in places(finding):
            quiet = finding.known is not None or place.pair != finding.pair
            for side, span in (("source", place.source), ("target", place.target)):
                if span is not None:
                    mark = Mark(span, view.finding_id(finding), finding.severity, quiet=quiet)
                    marks.setdefault((place.pair, _side(side)), []).append(mark)
    for match in view.result.matches:
        for side, span in (("source", match.source), ("target", match.target)):
            if span is not None:
                mark = Mark(span, term=str(view.terms[match.term]), status=match.status, quiet=True)
                marks.setdefault((match.pair, _side(side)), []).append(mark)
    return marks


def _side(name: str) -> Side:
    return "source" if name == "source" else "target"


def _pair(pair: Pair, marks: dict[tuple[int, Side], list[Mark]], view: View) -> str:
    found = view.findings_of(pair.id)
    texts = "".join(_text(pair, side, marks.get((pair.id, side), []), view) for side in SIDES)
    own = [finding for finding in found if finding.pair == pair.id]
    return (
        element(
            "li",
            f"{_number(pair, view)}{texts}{findings(own, view)}",
            class_="pair",
            id=f"{view.prefix}p{pair.id}",
            data_f=" ".join(_keys(found)) or None,
            data_t=" ".join(_term_keys(view.matches_of(pair.id), view)) or None,
        )
        + "\n"
    )


def _keys(found: Sequence[Finding]) -> list[str]:
    """Return what the filter asks of findings: severity, rule, and whether they are new."""
    return list(dict.fromkeys(f"{f.severity}/{f.rule}/{'known' if f.known else 'new'}" for f in found))


def _term_keys(matches: Iterable[Match], view: View) -> list[str]:
    return list(dict.fromkeys(f"{view.terms[match.term]}/{match.status}" for match in matches))


def _number(pair: Pair, view: View) -> str:
    name = f"{view.prefix}p{pair.id}"
    where = f"{view.say('pair', n=pair.id)}{f', {pair.address}' if pair.address else ''}"
    link = element("a", str(pair.id), href=f"#{name}", aria_label=where, title=pair.address or None)
    link = link if view.live else element("b", str(pair.id))
    if is_empty(pair):
        return element("div", link, class_="no")
    told, value = view.say("confidence_of", value=f"{pair.score:.2f}"), f"{pair.score:.2f}"
    shown = element("span", value, class_=f"conf q{level(pair.score)}", role="img", aria_label=told, title=told)
    return element("div", link + shown, class_="no")


def _text(pair: Pair, side: Side, marks: Sequence[Mark], view: View) -> str:
    segments = pair.segments(side)
    if not segments:
        return element("p", safe(view.say(f"none_{side}")), class_="none")
    classes: list[str] = [side]
    if {segment.role for segment in segments} <= _BOLD:
        classes.append("strong")
    if any(segment.block is not segments[0].block for segment in segments):
        classes.append("lines")  # the line feeds between blocks are to be seen, those of a wrapped file are not
    lang = view.langs[side]
    return element(
        "p", marked(pair.text(side), marks, lang, view.han, live=view.live), class_=" ".join(classes), lang=lang
    )


def _finding(finding: Finding, view: View) -> str:
    """Say how bad, which rule; why; where else; and what to write."""
    rule = element("code", safe(finding.rule), lang="en", title=view.rule_title(finding.rule) or None)
    head = f"{sign(finding.severity)}<b>{safe(view.say(finding.severity))}</b> {rule}"
    parts = [element("p", head, class_="head"), element("p", view.english(without_advice(finding)), class_="why")]
    if finding.count > 1 or finding.places:
        parts.append(element("p", _places(finding, view), class_="where"))
    if finding.known:
        parts.append(element("p", _known(finding.known, view), class_="where"))
    if finding.suggestion is not None:
        parts.append(element("p", _advice(finding.suggestion, view), class_="fix"))
    classes = f"finding {finding.severity}{' known' if finding.known else ''}"
    return element("li", "".join(parts), class_=classes, id=view.finding_id(finding))


def _places(finding: Finding, view: View) -> str:
    pairs = sorted({place.pair for place in places(finding) if 1 <= place.pair <= len(view.result.pairs)})
    before, after = view.say("places", n=finding.count, pairs="\0").split("\0")
    return f"{safe(before)}{view.links(pairs)}{safe(after)}"


def _advice(suggestion: str, view: View) -> str:
    if not suggestion:
        return safe(view.say("leave_out"))
    return f"{safe(view.say('write'))} <ins>{view.worded(suggestion, 'target')}</ins>"


def _known(known: Known, view: View) -> str:
    told = ", ".join(part for part in (known.author, known.date) if part)
    reason = known.reason or view.say("no_reason")
    by = f"{view.say('opening')}{told}{view.say('closing')}" if told else ""
    return safe(view.say(f"known_{known.by}", reason=f"{reason}{by}"))
