"""Runs the rules over a document and makes findings of what they yield.

A rule says what it found and where; the runner stamps the rest, so that a rule file holds nothing but its rule.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from aligner.model import Context, Finding, Hit, Pair, Place, Rule, Segment, Side, Skipped, Span

_SIDES: tuple[Side, Side] = ("source", "target")
# Where this is reported, nothing else means anything.
_WHOLE_DOCUMENT = "not-a-translation"
_MOST_NAMED = 5  # pairs in which a rule failed
_WHOLE_SECTION = "lost-section"
_WHOLE_SENTENCE = frozenset({"omission", "addition"})
_SHORT = "length"
_WORDS_LEFT_OUT = "omitted-words"
# Where this is reported of the whole sentence, it is all there is to say of it.
_LEFT = "untranslated"
_FEWEST_WORDS = 4  # of a text that both sides have alike, and so neither is a translation of the other
# What is not found in a translation that lacks half of the sentence.
_LOST = frozenset(
    {"abbreviation", "inequality", "list-items", "lost-name", "negation", "numbers", "terminology", "units"}
)
# A term cannot be rendered where its keyword or its item of a list is missing, or where its word was left in the other
# language, garbled or written with other capitals; the number of an identifier is part of it, as is that of a name that
# was cut.
_WHOLE_WORDS = {
    "terminology": frozenset({"keywords", "untranslated", "garbled-text", "letter-case", "broken-name", "list-items"}),
    "abbreviation": frozenset({"letter-case", "broken-name", "lost-name"}),
    "letter-case": frozenset({"broken-name"}),
    "numbers": frozenset({"identifier", "broken-name", "units"}),
    "statistics": frozenset({"numbers"}),
    "sign": frozenset({"numbers"}),
}

# A word of a term that stands for its opposite makes another term: the reason is told once.
_REVERSED = frozenset({"direction", "sides", "opposites"})
# Two things that have changed places make a number, a side or a denial wrong, which its own rule tells best.
_CROSSED = "exchanged"
_TELLING = _REVERSED | {"numbers", "units", "negation", "sign"}


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What one rule came to: its hits, and what of it could not be run."""

    rule: Rule
    hits: tuple[Hit, ...]
    skipped: tuple[Skipped, ...] = ()


def run(
    context: Context, rules: Sequence[Rule], progress: Callable[[float], None] = lambda share: None
) -> tuple[tuple[Finding, ...], tuple[Skipped, ...]]:
    """Return the findings of the rules in document order, and the rules or pairs that could not be checked.

    Findings about the document as a whole come last. What lies inside a sentence without counterpart is not
    reported besides the sentence. `progress` is told, again and again, which share of the work is done.
    """
    pairs = {pair.id: pair for pair in context.pairs}
    asked = [rule for rule in rules if rule.target_lang in (None, context.target_lang)]
    outcomes = _alone(_outcomes(asked, context, progress))
    left = {hit.pair for outcome in outcomes for hit in outcome.hits if outcome.rule.id == _LEFT and _whole(hit, pairs)}
    left |= {pair.id for pair in context.pairs if _is_copied(pair)}
    stamped = [
        _stamp(outcome.rule, hit)
        for outcome in outcomes
        for hit in outcome.hits
        if outcome.rule.id == _LEFT or hit.pair is None or hit.pair not in left
    ]
    findings = sorted(_unexplained(stamped), key=_position)
    marked = _fingerprinted([(finding, _identity(finding, hit, pairs)) for finding, hit in findings])
    return tuple(marked), tuple(skip for outcome in outcomes for skip in outcome.skipped)


def _outcomes(rules: Sequence[Rule], context: Context, progress: Callable[[float], None]) -> list[_Outcome]:
    """Run the rules: those about a pair on one pair after the other, since they ask for the same parts of its texts."""
    pairs = {pair.id: pair for pair in context.pairs}
    trials = [_Trial(rule, context, pairs) for rule in rules]
    of_pairs = [trial for trial in trials if trial.rule.scope == "pair"]
    for number, pair in enumerate(context.pairs if of_pairs else (), start=1):
        for trial in of_pairs:
            trial.on(pair, pair.id)
        progress(number / len(context.pairs) * len(of_pairs) / len(trials))
    rest = (trial for trial in trials if trial.rule.scope == "document")
    for number, trial in enumerate(rest, start=len(of_pairs) + 1):
        trial.on(context.pairs, None)
        progress(number / len(trials))
    return [trial.outcome() for trial in trials]


class _Trial:
    """One rule at work; where it fails, the rest of the document and the other rules still count."""

    def __init__(self, rule: Rule, context: Context, pairs: dict[int, Pair]) -> None:
        self.rule, self.context, self.pairs = rule, context, pairs
        self.hits: list[Hit] = []
        self.failed: list[tuple[int | None, str]] = []

    def on(self, part: Pair | tuple[Pair, ...], pair_id: int | None) -> None:
        """Look at one part of the document: a pair, or all of them."""
        try:
            found = [_at(hit, pair_id) for hit in self.rule.check(part, self.context)]
            for hit in found:
                _verify(hit, self.pairs)
        except Exception as error:  # noqa: BLE001 - whatever a rule does, the other rules must be heard
            self.failed.append((pair_id, f"{type(error).__name__}: {error}"))
        else:
            self.hits += found

    def outcome(self) -> _Outcome:
        return _Outcome(self.rule, tuple(self.hits), tuple(_failures(self.rule, self.failed)))


def _failures(rule: Rule, failed: Sequence[tuple[int | None, str]]) -> Iterator[Skipped]:
    """Yield one line on all the failures of a rule, which are mostly one fault."""
    if failed:
        pairs = [str(pair) for pair, _ in failed if pair is not None]
        more = f" and {len(pairs) - _MOST_NAMED} more" if len(pairs) > _MOST_NAMED else ""
        where = f" in pair{'s' * (len(pairs) > 1)} {', '.join(pairs[:_MOST_NAMED])}{more}" if pairs else ""
        yield Skipped(f"rule {rule.id}{where}", f"it failed: {failed[0][1]}", failed=True)


def _whole(hit: Hit, pairs: dict[int, Pair]) -> bool:
    """Tell whether a hit is about all of a pair's target."""
    return hit.pair is not None and hit.target is not None and hit.target.text == pairs[hit.pair].target_text


def _is_copied(pair: Pair) -> bool:
    """Tell whether both sides are the same text in one language, as where a translation is not finished."""
    source = _normal(pair.source_text)
    return len(source.split()) >= _FEWEST_WORDS and source == _normal(pair.target_text)


def _alone(outcomes: list[_Outcome]) -> list[_Outcome]:
    """Keep only what says that the texts do not belong together, where it is said."""
    said = [outcome for outcome in outcomes if outcome.rule.id == _WHOLE_DOCUMENT and outcome.hits]
    why = Skipped("all other rules", "the texts do not look like translations of each other")
    return [replace(outcome, skipped=(*outcome.skipped, why)) for outcome in said] or outcomes


def _at(hit: Hit, pair_id: int | None) -> Hit:
    return hit if pair_id is None else replace(hit, pair=pair_id)


def _verify(hit: Hit, pairs: dict[int, Pair]) -> None:
    """Hold a rule to its spans: a report that marks the wrong words is worse than none."""
    own = () if hit.pair is None else (Place(hit.pair, hit.source, hit.target),)
    for place in (*own, *hit.places):
        for side in _SIDES:
            span: Span | None = getattr(place, side)
            if span is not None and pairs[place.pair].text(side)[span.start : span.end] != span.text:
                raise ValueError(f"the {side} span {span} is not in pair {place.pair}")


def _stamp(rule: Rule, hit: Hit) -> tuple[Finding, Hit]:
    finding = Finding(
        rule=rule.id,
        category=rule.category,
        severity=hit.severity or rule.severity,
        pair=hit.pair,
        message=hit.message,
        source=hit.source,
        target=hit.target,
        places=hit.places,
        count=max(1, len(hit.places)),
        suggestion=hit.suggestion,
    )
    return finding, hit


def _unexplained(stamped: Sequence[tuple[Finding, Hit]]) -> Iterator[tuple[Finding, Hit]]:
    """Leave out what another finding explains: it concerns words that are reported as lost or left as a whole."""
    by_pair: dict[int, list[tuple[Finding, Place]]] = {}
    for finding, _ in stamped:
        for place in _places(finding):
            by_pair.setdefault(place.pair, []).append((finding, place))
    for finding, hit in stamped:
        others = by_pair[finding.pair] if finding.pair is not None else ()
        if not any(_explains(other, place, finding) for other, place in others):
            yield finding, hit


def _places(finding: Finding) -> tuple[Place, ...]:
    """Return the places of a finding, its own first."""
    own = () if finding.pair is None else (Place(finding.pair, finding.source, finding.target),)
    return (*own, *finding.places)


def _explains(other: Finding, place: Place, finding: Finding) -> bool:
    """Tell whether another finding says of a place all there is to say: of the sentence, or of these very words."""
    if finding.rule in (other.rule, _WHOLE_SECTION):
        return False
    if other.rule == _WHOLE_SECTION:
        return True
    if finding.rule in _WHOLE_SENTENCE:
        return False
    if other.rule in _WHOLE_SENTENCE:
        return _goes_with(finding, place)
    if other.rule == _SHORT or (other.rule == _WORDS_LEFT_OUT and other.severity == "major"):
        lost = finding.rule in _LOST and finding.target is None and _covers(place.source, finding.source)
        return lost or (finding.rule == _SHORT and finding.pair == other.pair)
    if finding.rule == _CROSSED:
        return other.rule in _TELLING and _overlap(place.source, finding.source)
    if other.rule in _REVERSED:
        return finding.rule == "terminology" and _overlap(place.source, finding.source)
    return other.rule in _WHOLE_WORDS.get(finding.rule, ()) and any(
        _covers(getattr(place, side), getattr(finding, side)) for side in _SIDES
    )


def _goes_with(finding: Finding, place: Place) -> bool:
    """Tell whether a finding is about a sentence without counterpart, which may be one of several of the pair.

    What a shorter translation lacks may stand in the source a second time, and be reported there.
    """
    if any(_covers(getattr(place, side), getattr(finding, side)) for side in _SIDES):
        return True
    lost, source = finding.rule in _LOST and finding.target is None, finding.source
    if lost and source is not None and place.source is not None:
        return source.text in place.source.text
    return finding.rule == _SHORT or finding.source is finding.target is None


def _covers(outer: Span | None, inner: Span | None) -> bool:
    return outer is not None and inner is not None and outer.start <= inner.start and inner.end <= outer.end


def _overlap(one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and one.start < other.end and other.start < one.end


def _position(item: tuple[Finding, Hit]) -> tuple[bool, int, int, str]:
    """Sort by pair, then by the place in the target, or in the source where the target has none."""
    finding, _ = item
    first = Place(finding.pair, finding.source, finding.target) if finding.pair else None
    first = first or (finding.places[0] if finding.places else None)
    if first is None:
        return finding.pair is None, 0, 0, finding.rule
    span = first.target or first.source
    return finding.pair is None, first.pair, span.start if span else 0, finding.rule


def _identity(finding: Finding, hit: Hit, pairs: dict[int, Pair]) -> tuple[str, ...]:
    """Return what makes a finding the same one in the next version of the document."""
    if hit.subject:
        return finding.rule, "subject", _normal(hit.subject)
    if finding.pair is None:
        return finding.rule, "document", _normal(finding.message)
    words = [span.text if span else "" for span in (finding.source, finding.target)]
    pair = pairs[finding.pair]
    sentences = [_sentences(pair.segments(side), getattr(finding, side)) for side in _SIDES]
    return (finding.rule, *map(_normal, words), *map(_normal, sentences))


def _sentences(segments: Sequence[Segment], span: Span | None) -> str:
    """Return the segments that a span touches, or all of that side where it has no span."""
    if span is None or len({id(segment.block) for segment in segments}) != 1:
        return "\n".join(segment.text for segment in segments)
    offset = segments[0].start
    touched = (s.text for s in segments if s.start - offset < span.end and span.start < s.end - offset)
    return "\n".join(touched)


def _normal(text: str) -> str:
    """Fold width, case and white space, so that a change of these alone keeps a finding known.

    >>> _normal("Ｐ ＜  0.05")
    'p < 0.05'
    """
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _fingerprinted(identified: Sequence[tuple[Finding, tuple[str, ...]]]) -> Iterator[Finding]:
    """Hash each identity together with the number of times it came before in the document."""
    seen: Counter[tuple[str, ...]] = Counter()
    for finding, identity in identified:
        parts = (*identity, str(seen[identity]))
        seen[identity] += 1
        digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
        yield replace(finding, fingerprint=digest[:16])
