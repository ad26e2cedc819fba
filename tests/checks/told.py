"""What a rule tells of a text, for the tests of the rules about the look of a text."""

from __future__ import annotations

from functools import cache

from aligner import lexicon, registry
from aligner.glossary import ledger
from aligner.lexicon.lexicon import Lexicon
from aligner.model import Block, Context, Hit, Lang, Pair, Role, Rule, Segment


@cache
def dictionary() -> Lexicon:
    return lexicon.load()


def hits(rule_id: str, rows: list[tuple[str, str]], source: Lang = "en", role: Role = "body") -> list[Hit]:
    """Return the hits of a rule on rows of source and target, translated from the language given."""
    rule: Rule = registry.find("aligner.checks", "RULE", rule_id)
    langs: tuple[Lang, Lang] = ("en", "zh") if source == "en" else ("zh", "en")
    pairs = tuple(
        Pair(k + 1, _side(a, langs[0], k, role), _side(b, langs[1], k, role), 1.0, "lines")
        for k, (a, b) in enumerate(rows)
    )
    context = Context(pairs, (), *langs, lexicon=dictionary(), abbreviations=ledger(pairs, (), langs[0]))
    if rule.scope == "document":
        return list(rule.check(pairs, context))
    return [hit for pair in pairs for hit in rule.check(pair, context)]


def _side(text: str, lang: Lang, index: int, role: Role) -> tuple[Segment, ...]:
    return (Segment(Block(text, role), 0, text, lang, index, role),) if text else ()


def words(found: list[Hit]) -> list[str]:
    """Return the target words of all places of all hits."""
    spans = [span for hit in found for span in (hit.target, *(place.target for place in hit.places)) if span]
    return [span.text for span in spans]


def zh(rule_id: str, target: str, source: str = "A sentence.") -> list[str]:
    """Return the words that a rule tells of in a Chinese translation."""
    return words(hits(rule_id, [(source, target)]))


def en(rule_id: str, target: str, source: str = "一个句子。") -> list[str]:
    """Return the words that a rule tells of in an English translation."""
    return words(hits(rule_id, [(source, target)], "zh"))


def suggestions(found: list[Hit]) -> list[str | None]:
    return [hit.suggestion for hit in found]
