"""What stands before and after the pairs: counts and scores, the ledger, the terms, and what was not checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from aligner.model import SEVERITIES, Abbreviation, Match, Place, Score, Side, Term
from aligner.reports._html.markup import element, safe, worded
from aligner.reports._html.pairs import findings
from aligner.reports._html.view import STATUSES, View, by_term, in_order, is_empty, sign
from aligner.reports._report import reason, shown_scores
from aligner.text.languages import lang_of


def summary(view: View) -> str:
    """Return counts, thresholds that are not met, warnings and scores."""
    result = view.result
    if not result.pairs:
        return element("p", safe(view.say("nothing")), class_="none-to-show")
    parts = [_tiles(view)]
    if not result.findings:
        parts.append(element("p", safe(view.say("no_findings")), class_="calm"))
    for name, texts in (("breaches", result.breaches), ("warnings", result.document.warnings)):
        if texts:
            items = "".join(element("li", view.english(text)) for text in texts)
            parts.append(element("div", f"<h4>{safe(view.say(name))}</h4><ul>{items}</ul>", class_=f"notice {name}"))
    parts.append(_scores(shown_scores(result), view))
    return "\n".join(part for part in parts if part)


def counts(view: View) -> Counter[str]:
    """Count pairs, pairs with an empty side, findings by severity, and known findings."""
    counted: Counter[str] = Counter(finding.severity for finding in view.result.counted)
    counted["known"] = len(view.result.findings) - len(view.result.counted)
    counted["pairs"] = len(view.result.pairs)
    counted["unpaired"] = sum(is_empty(pair) for pair in view.result.pairs)
    return counted


def _tiles(view: View) -> str:
    counted = counts(view)
    names = ["pairs", *reversed(SEVERITIES), *(name for name in ("known", "unpaired") if counted[name])]
    tiles = []
    for name in names:
        drawn = sign(name) if name in SEVERITIES else ""
        tile = f"<dt>{drawn}{safe(view.say(name))}</dt><dd>{counted[name]:,}</dd>"
        tiles.append(element("div", tile, class_=f"tile {name}{'' if counted[name] else ' zero'}"))
    return element("dl", "".join(tiles), class_="tiles")


def _scores(scores: Sequence[Score], view: View) -> str:
    rows = [
        [
            safe(view.say.name(score.name)),
            safe(view.say("no_value") if score.value is None else f"{score.value:.2f}") + _interval(score),
            element("span", safe(score.signature), class_="signature", lang="en"),
        ]
        for score in scores
    ]
    return _table(("score", "value", "signature"), rows, view, "scores")


def _interval(score: Score) -> str:
    return f" <small>[{score.ci[0]:.2f}–{score.ci[1]:.2f}]</small>" if score.ci else ""


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]], view: View, name: str) -> str:
    """Return a table whose first column names the row; nothing where there are no rows."""
    if not rows:
        return ""
    labels = [safe(view.say(head)) for head in heads]
    head = "".join(f'<th scope="col">{label}</th>' for label in labels)
    body = "".join(
        f'<tr><th scope="row">{row[0]}</th>'
        + "".join(f'<td data-label="{label}">{cell}</td>' for label, cell in zip(labels[1:], row[1:], strict=True))
        + "</tr>\n"
        for row in rows
    )
    return f'<table class="{name}"><thead><tr>{head}</tr></thead>\n<tbody>{body}</tbody></table>'


def whole(view: View) -> str:
    """Return the findings that belong to no pair."""
    known = {pair.id for pair in view.result.pairs}
    return findings((f for f in in_order(view.result.findings) if f.pair not in known), view)


def abbreviations(view: View) -> str:
    """Return the ledger of abbreviations."""
    rows = [_abbreviation(entry, view) for entry in view.result.abbreviations]
    return _table(("short", "side", "stands_for", "introduced", "uses", "used_in"), rows, view, "ledger")


def _abbreviation(entry: Abbreviation, view: View) -> list[str]:
    names = view.say("and").join(entry.expansions)
    return [
        view.worded(entry.written, entry.side),
        safe(view.say(entry.side)),
        _either(names, entry.side, view) if names else "–",
        view.links(_pairs(entry.introduced)) or safe(view.say("not_introduced")),
        f"{len(entry.uses):,}",
        view.links(_pairs(entry.uses)),
    ]


def _either(text: str, side: Side, view: View) -> str:
    """Return a text that is mostly of one side's language, but need not be."""
    lang = lang_of(text)
    shown = view.langs[side] if lang is None else "en" if lang == "en" else view.han
    return element("span", worded(text, shown, view.han), lang=shown)


def _pairs(places: Iterable[Place]) -> list[int]:
    return sorted({place.pair for place in places})


def terms(view: View) -> str:
    """Return the glossary terms that were found, with what stands for them."""
    rows = [_term(term, matches, view) for term, matches in by_term(view.result.matches).items()]
    return _table(("term", "status", "domain", "pairs"), rows, view, "terms")


def _term(term: Term, matches: Sequence[Match], view: View) -> list[str]:
    found = Counter(match.status for match in matches)
    told = view.say("and").join(f"{view.say(s)} × {found[s]}" for s in STATUSES if found[s])
    doubt = any(found[status] for status in STATUSES[3:])
    return [
        f'<span lang="en">{safe(term.en.preferred)}</span> · <span lang="zh-Hans">{safe(term.zh.preferred)}</span>',
        element("span", safe(told), class_="doubt" if doubt else None),
        element("span", safe(term.domain), lang="en"),
        view.links(sorted({match.pair for match in matches})),
    ]


def set_aside(view: View) -> str:
    """Return what was recognised as front matter."""
    items = []
    for block in view.result.set_aside:
        lang = lang_of(block.text)
        tongue = view.han if lang == "zh" else "en"
        line = block.own_address or view.say("line", n=block.line)
        where = f"{line}{view.say('and')}{view.say.name(block.role)}"
        text = element("span", worded(block.text, tongue, view.han), lang=tongue)
        items.append(f'<li><span class="where">{safe(where)}</span> {text}</li>')
    return f'<ul class="plain">{"".join(items)}</ul>' if items else ""


def skipped(view: View) -> str:
    """Return what was not checked, and why."""
    items = [
        element("li", view.english(reason(one, view.result)), class_="failed" if one.failed else None)
        for one in view.result.skipped
    ]
    return f'<ul class="plain">{"".join(items)}</ul>' if items else ""


def rules(view: View) -> str:
    """Return the rules that ran, to be unfolded."""
    if not view.result.rules:
        return ""
    names = ", ".join(f"<code>{safe(rule)}</code>" for rule in view.result.rules)
    title = f"{view.say('rules')}{view.say('opening')}{len(view.result.rules)}{view.say('closing')}"
    return f'<details class="rules"><summary>{safe(title)}</summary><p lang="en">{names}</p></details>\n'
