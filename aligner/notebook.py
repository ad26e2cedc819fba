"""How a Result and a Pair show themselves in a notebook: as the HTML report does, in little, and without scripts."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from pathlib import PurePath

from aligner.model import SEVERITIES, Document, Pair, Result, other_lang
from aligner.reports._html import pairs as parts
from aligner.reports._html import sections
from aligner.reports._html.markup import element, safe
from aligner.reports._html.style import VIEW, asset, of_view
from aligner.reports._html.view import View, by_term, sign, view_of
from aligner.reports._html.words import Words

_MOST_PAIRS = 20
_MOST_OTHERS = 100


def of_result(result: Result) -> str:
    """Return a result as HTML: its counts, the pairs with findings, and the other ones folded away."""
    view = _view(result)
    found = [pair for pair in result.pairs if view.findings_of(pair.id)]
    others = [pair for pair in result.pairs if not view.findings_of(pair.id)]
    shown = _pairs(found[:_MOST_PAIRS], view)
    return _framed(_summary(view), shown, _more(found), sections.whole(view), _folded(others, view))


def of_pair(pair: Pair) -> str:
    """Return a pair as HTML: both sides and the confidence."""
    source = pair.source[0].lang if pair.source else other_lang(pair.target[0].lang)
    document = Document("", "", "", (), (), source, other_lang(source))
    view = _view(Result(document, (pair,)))
    return _framed(element("div", parts.one(pair, view), class_="single"))


def _view(result: Result) -> View:
    """Prepare a view whose ids are its own among those of a notebook, and the same each time it is run."""
    told = repr((result.document.id, [(p.source_text, p.target_text) for p in result.pairs], result.findings))
    numbers = {term: number for number, term in enumerate(by_term(result.matches), start=1)}
    return view_of(result, zlib.crc32(told.encode("utf-8", "replace")), Words("en"), numbers, live=False)


def _framed(*content: str) -> str:
    inside = f"<style>{of_view()}</style>{asset('drawings.svg')}{''.join(content)}"
    return element("div", inside, class_=VIEW, lang="en")


def _summary(view: View) -> str:
    """Name the document, without the folders it is in, and count what was found."""
    document, say, counted = view.result.document, view.say, sections.counts(view)
    names = dict.fromkeys(PurePath(path).name for path in (document.path_of("source"), document.path_of("target")))
    count = counted["pairs"]
    told = [
        element("b", safe(" → ".join(filter(None, names)) or document.id)),
        f"{count:,} {'pair' if count == 1 else 'pairs'}",
    ]
    for severity in reversed(SEVERITIES):
        if counted[severity]:
            told.append(f"{sign(severity)}{counted[severity]:,} {safe(say(severity))}")
    for name in ("unpaired", "known"):
        if counted[name]:
            told.append(f"{counted[name]:,} {safe(say(name).lower())}")
    if view.result.pairs and not view.result.findings:
        told.append(element("span", safe(say("no_findings")), class_="calm"))
    return element("p", "".join(element("span", part, class_="count") for part in told), class_="sum")


def _pairs(shown: Sequence[Pair], view: View) -> str:
    return "".join(parts.pair_list(view, shown)) if shown else ""


def _more(found: Sequence[Pair]) -> str:
    more = len(found) - _MOST_PAIRS
    if more <= 0:
        return ""
    told = "1 more pair with findings is" if more == 1 else f"{more:,} more pairs with findings are"
    return element("p", safe(f"{told} not shown"), class_="more")


def _folded(others: Sequence[Pair], view: View) -> str:
    if not others:
        return ""
    count, rest = len(others), len(others) - _MOST_OTHERS
    head = f"{count:,} {'pair' if count == 1 else 'pairs'} without findings"
    head += f", the first {_MOST_OTHERS}" if rest > 0 else ""
    listed = _pairs(others[:_MOST_OTHERS], view)
    return element("details", element("summary", safe(head)) + listed, class_="others")
