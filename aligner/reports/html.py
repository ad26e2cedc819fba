"""The report to be read: one HTML file that needs nothing else, for a browser, a phone or a printer.

It shows counts and scores, a picture of the alignment, the pairs side by side with the words of findings and the
matched terms marked, the abbreviations, the terms, and what was not checked. A script filters the pairs and explains
the marks; without it everything can still be read. The page forbids itself every other script and every request.
It does not stream, at any size: what stands first counts all documents, which are held until the end.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Sequence

from aligner.model import SEVERITIES, Result, Side, Term
from aligner.reports._html import filters, pairs, sections
from aligner.reports._html.markup import element, safe
from aligner.reports._html.picture import picture
from aligner.reports._html.style import asset, of_page
from aligner.reports._html.view import View, by_term, sign, view_of
from aligner.reports._html.words import Words
from aligner.reports._report import RenderOptions, Report
from aligner.version import __version__


def render(results: Iterable[Result], options: RenderOptions) -> Iterator[str]:
    """Yield the page in chunks of a pair or a section; what stands first needs all the results."""
    say, everything = Words(options.lang), list(results)
    terms = _numbered(everything)
    views = [view_of(result, number, say, terms) for number, result in enumerate(everything, start=1)]
    yield _head(say)
    yield _banner(views, say)
    yield '<main id="main">\n'
    form = filters.form(views, findings_only=options.findings_only) if any(v.result.pairs for v in views) else ""
    several = len(views) > 1
    if several:
        yield _index(views, say) + form
    for view in views:
        yield from _document(view, "" if several else form, by_risk=options.by_risk)
    yield "</main>\n"
    yield _tip(say)
    yield f"<script>{asset('report.js')}</script>\n</body>\n</html>\n"


def _numbered(results: Sequence[Result]) -> dict[Term, int]:
    matches = [match for result in results for match in result.matches]
    return {term: number for number, term in enumerate(by_term(matches), start=1)}


def _head(say: Words) -> str:
    """Return the head; its policy lets in the style and the script that are here, and nothing else."""
    policy = (
        f"default-src 'none'; style-src '{_digest(of_page())}'; script-src '{_digest(asset('report.js'))}'; "
        "base-uri 'none'; form-action 'none'"
    )
    title = safe(say("title"))
    lang = "zh-Hans" if say.lang == "zh" else "en"
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{title}</title>\n<style>{of_page()}</style>\n</head>\n<body>\n"
    )


def _digest(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def _banner(views: Sequence[View], say: Words) -> str:
    to_pairs = len(views) == 1 and views[0].result.pairs
    place, name = (f"{views[0].prefix}-pairs", "skip") if to_pairs else ("main", "skip_head")
    skip = f'<a class="skip" href="#{place}">{safe(say(name))}</a>\n'
    version = next((view.result.version for view in views if view.result.version), __version__)
    made = safe(say("made_by", version=version))
    title = f'<h1>{safe(say("title"))}</h1><p class="made">{made}</p>'
    note = f"<noscript><p>{safe(say('noscript'))}</p></noscript>"
    return f'{skip}{asset("drawings.svg")}<header class="banner">{title}{note}</header>\n'


def _index(views: Sequence[View], say: Words) -> str:
    """Return the table of several documents."""
    heads = ["document", "pairs", *reversed(SEVERITIES), "known"]
    rows = "".join(_index_row(view) for view in views)
    head = "".join(
        f'<th scope="col">{sign(name) if name in SEVERITIES else ""}{safe(say(name))}</th>' for name in heads
    )
    total = safe(say("count_documents", n=len(views)))
    return (
        f'<section class="index" aria-labelledby="index-h"><h2 id="index-h">{safe(say("documents"))}</h2>\n'
        f'<p>{total}</p><div class="scroll" tabindex="0" role="group" aria-labelledby="index-h">'
        f'<table class="documents"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div></section>\n'
    )


def _index_row(view: View) -> str:
    link = f'<th scope="row"><a href="#{view.prefix}">{safe(view.name)}</a></th>'
    if not view.result.pairs:
        return f'<tr>{link}<td colspan="6">{safe(view.say("not_checked_at_all"))}</td></tr>\n'
    counted = sections.counts(view)
    cells = (f"<td>{counted[name]:,}</td>" for name in ("pairs", *reversed(SEVERITIES), "known"))
    return f"<tr>{link}{''.join(cells)}</tr>\n"


def _document(view: View, form: str, *, by_risk: bool) -> Iterator[str]:
    say = view.say
    languages = say("from_to", source=_side("source", view), target=_side("target", view))
    heading = f'<h2 id="{view.prefix}-h">{safe(view.name)}</h2><p class="languages">{safe(languages)}</p>'
    before = [("summary", sections.summary(view)), ("picture", picture(view)), ("whole", sections.whole(view))]
    after = [
        ("abbreviations", sections.abbreviations(view)),
        ("terms", sections.terms(view)),
        ("set_aside", sections.set_aside(view)),
        ("skipped", sections.skipped(view)),
    ]
    names = [name for name, content in before if content]
    names += [*(["pairs"] if view.result.pairs else []), *(name for name, content in after if content)]
    yield f'<article class="document" id="{view.prefix}" aria-labelledby="{view.prefix}-h">\n{heading}\n'
    yield _contents(names, view)
    for name, content in before:
        yield view.section(name, content)
    if view.result.pairs:
        yield from _pairs(view, form, by_risk=by_risk)
    for name, content in after:
        yield view.section(name, content)
    yield f"{sections.rules(view)}</article>\n"


def _side(side: Side, view: View) -> str:
    """Name the language of a side, and its file where the sides have their own."""
    document, say = view.result.document, view.say
    lang = say(document.source_lang if side == "source" else document.target_lang)
    if document.path_of("source") == document.path_of("target"):
        return lang
    return f"{lang}{say('opening')}{document.path_of(side)}{say('closing')}"


def _contents(names: Sequence[str], view: View) -> str:
    links = "".join(f'<li><a href="#{view.prefix}-{name}">{safe(view.say(name))}</a></li>' for name in names)
    label = safe(f"{view.say('contents')}{view.say('opening')}{view.name}{view.say('closing')}")
    return f'<nav class="contents" aria-label="{label}"><ul role="list">{links}</ul></nav>\n'


def _pairs(view: View, form: str, *, by_risk: bool) -> Iterator[str]:
    place = f"{view.prefix}-pairs"
    heading = element("h3", safe(view.say("pairs")), id=f"{place}-h")
    yield f'<section class="beside" id="{place}" tabindex="-1" aria-labelledby="{place}-h">{heading}\n{form}'
    yield from pairs.pair_list(view, view.result.riskiest() if by_risk else view.result.pairs)
    yield f'<p class="nomatch none-to-show" hidden>{safe(view.say("no_match"))}</p>\n</section>\n'


def _tip(say: Words) -> str:
    """Return the box for explanations, with the words that the script needs for a term."""
    statuses = {f"data_{status}": say(status) for status in ("ok", "admitted", "abbreviation", "forbidden", "other")}
    close = f'<button type="button" class="close" aria-label="{safe(say("close"))}">×</button>'
    body = f'<div class="told"></div>{close}'
    return element("div", body, id="tip", role="tooltip", hidden=True, **statuses, data_missing=say("missing")) + "\n"


REPORT = Report(
    "html", "a page to read in a browser, with filters", (".html", ".htm"), render, streams=False, holds_pairs=True
)
