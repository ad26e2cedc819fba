"""What every part of the page asks: the result, the words, the names of its places, and what is numbered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aligner import selection
from aligner.model import SEVERITIES, Finding, Match, Pair, Result, Severity, Side, Status, Term
from aligner.reports._html.markup import element, safe, worded
from aligner.reports._html.words import Words
from aligner.reports._place import places
from aligner.reports._report import names
from aligner.text.languages import has_traditional

SIDES: tuple[Side, ...] = ("source", "target")
STATUSES: tuple[Status, ...] = ("ok", "admitted", "abbreviation", "forbidden", "other", "missing")
_MOST_LINKS = 40


@dataclass(frozen=True, slots=True)
class View:
    """One document of the report: `number` counts documents from 1, `terms` number the terms of all of them.

    `langs` are the values of the attribute `lang` for source and target. The findings of a pair are those that have
    a place in it; `numbers` holds the number of each by its identity, since two may be equal. `live` says that a script
    explains the marks; where it is off, nothing waits to be chosen.
    """

    result: Result
    number: int
    say: Words
    terms: Mapping[Term, int]
    langs: Mapping[Side, str]
    numbers: Mapping[int, int]
    by_pair: Mapping[int, Sequence[Finding]]
    matches_by_pair: Mapping[int, Sequence[Match]]
    live: bool = True

    @property
    def prefix(self) -> str:
        """What the ids of this document begin with."""
        return f"d{self.number}"

    @property
    def name(self) -> str:
        """The name of the document."""
        return names(self.result.document)

    @property
    def han(self) -> str:
        """Which Chinese the document is in, as a value of `lang`."""
        return next((lang for lang in self.langs.values() if lang != "en"), "zh-Hans")

    @property
    def page_lang(self) -> str:
        """The language of the interface, as a value of `lang`."""
        return "zh-Hans" if self.say.lang == "zh" else "en"

    def finding_id(self, finding: Finding) -> str:
        """Return the id of a finding's place on the page."""
        return f"{self.prefix}f{self.numbers[id(finding)]}"

    def findings_of(self, pair: int) -> Sequence[Finding]:
        """Return what was found in a pair, the worst first."""
        return self.by_pair.get(pair, ())

    def matches_of(self, pair: int) -> Sequence[Match]:
        """Return the term matches of a pair."""
        return self.matches_by_pair.get(pair, ())

    def rule_title(self, rule: str) -> str:
        """Return what a rule is about in a line, nothing for a rule that is not here any more."""
        return next((known.title for known in selection.rules() if known.id == rule), "")

    def english(self, text: str) -> str:
        """Return what the program says in English, as a message, as HTML."""
        shown = worded(text, "en", self.han)
        return shown if self.page_lang == "en" else element("span", shown, lang="en")

    def worded(self, text: str, side: Side) -> str:
        """Return words of one side as HTML that names their language."""
        return element("span", worded(text, self.langs[side], self.han), lang=self.langs[side])

    def link(self, pair: int) -> str:
        """Return a link to a pair, or its number."""
        if not self.live:
            return str(pair)
        return f'<a href="#{self.prefix}p{pair}">{pair}</a>'

    def links(self, pairs: Sequence[int]) -> str:
        """Return links to pairs, the first of them where they are many."""
        shown = self.say("and").join(self.link(pair) for pair in pairs[:_MOST_LINKS])
        more = len(pairs) - _MOST_LINKS
        return f"{shown} {safe(self.say('more', n=more))}" if more > 0 else shown

    def section(self, name: str, content: str, key: str | None = None) -> str:
        """Return a section of the document with its heading, nothing where there is no content."""
        if not content:
            return ""
        place = f"{self.prefix}-{key or name}"
        heading = element("h3", safe(self.say(name)), id=f"{place}-h")
        return element("section", f"{heading}\n{content}", id=place, aria_labelledby=f"{place}-h") + "\n"


def view_of(result: Result, number: int, say: Words, terms: Mapping[Term, int], *, live: bool = True) -> View:
    """Prepare what the parts of the page ask about a document."""
    by_pair: dict[int, list[Finding]] = {}
    for finding in in_order(result.findings):
        for pair in dict.fromkeys(place.pair for place in places(finding)):
            by_pair.setdefault(pair, []).append(finding)
    matches: dict[int, list[Match]] = {}
    for match in result.matches:
        matches.setdefault(match.pair, []).append(match)
    numbers = {id(finding): n for n, finding in enumerate(result.findings, start=1)}
    langs = {side: language(result, side) for side in SIDES}
    return View(result, number, say, terms, langs, numbers, by_pair, matches, live)


def language(result: Result, side: Side) -> str:
    """Return the value of `lang` for a side: English, or which Chinese it is."""
    document = result.document
    if (document.source_lang if side == "source" else document.target_lang) == "en":
        return "en"
    text = "\n".join(pair.text(side) for pair in result.pairs)
    return "zh-Hant" if has_traditional(text) else "zh-Hans"


def in_order(findings: Sequence[Finding]) -> list[Finding]:
    """Return the worst first, known ones last."""
    return sorted(findings, key=lambda f: (f.known is not None, -SEVERITIES.index(f.severity)))


def worst(findings: Sequence[Finding]) -> Severity | None:
    """Return the highest severity among those that count."""
    present = {finding.severity for finding in findings if finding.known is None}
    return next((severity for severity in reversed(SEVERITIES) if severity in present), None)


def is_empty(pair: Pair) -> bool:
    """Say whether one side of a pair has nothing."""
    return not (pair.source and pair.target)


def sign(severity: str) -> str:
    """Return the drawn sign of a severity: their shapes differ, not only their colours."""
    return f'<svg class="sign" aria-hidden="true"><use href="#s-{severity}"/></svg>'


def by_term(matches: Sequence[Match]) -> dict[Term, list[Match]]:
    """Group matches by their term, in alphabetical order of the English."""
    groups: dict[Term, list[Match]] = {}
    for match in sorted(matches, key=lambda m: (m.term.en.preferred.lower(), m.term.zh.preferred)):
        groups.setdefault(match.term, []).append(match)
    return groups
