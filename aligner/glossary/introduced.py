"""Abbreviations that a translation introduces, which from then on stand for the term that ends their long form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from aligner.model import Lang, Match, Span
from aligner.text.abbreviations import Introduction, introductions, key_of, uses


class Introduced:
    """The abbreviations of the translation so far, and for which terms they stand: 淋巴结转移 for CLNM."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self._shorts: dict[str, set[str]] = {}  # of each term
        self._unread: list[tuple[str, Sequence[Match]]] = []  # pairs of which is not learnt what they introduce

    def rendered(self, target: str, matches: Sequence[Match]) -> list[Match]:
        """Return the matches of a pair, those that an abbreviation renders included, and remember the pair.

        What pairs introduce is learnt only when a term of a later one is wanting.
        """
        if [match for match in matches if match.status == "missing"]:
            self._catch_up()
            if self._shorts:
                used = {key: Span.of(target, start, end) for key, start, end in uses(target)}
                matches = [self._abbreviated(match, used) for match in matches]
        self._unread.append((target, matches))
        return [*matches]

    def _catch_up(self) -> None:
        for target, matches in self._unread:
            for introduction in introductions(target, self.lang):
                self._learn(introduction, target, matches)
        self._unread.clear()

    def _abbreviated(self, match: Match, used: dict[str, Span]) -> Match:
        """Return a match whose term has no rendering with an abbreviation that stands for it, where one is used."""
        if match.status != "missing":
            return match
        span = next((used[key] for key in self._shorts.get(match.term.id, ()) if key in used), None)
        return replace(match, status="abbreviation", target=span, form=span.text) if span else match

    def _learn(self, introduction: Introduction, target: str, matches: Sequence[Match]) -> None:
        short = key_of(target[introduction.start : introduction.end])
        for match in matches:
            span = match.target
            if span and introduction.long_start <= span.start and span.end == introduction.long_end:
                self._shorts.setdefault(match.term.id, set()).add(short)
