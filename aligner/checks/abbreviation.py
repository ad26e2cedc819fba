"""An abbreviation that the two sides do not introduce alike.

What it finds
    An abbreviation that the source introduces, as in *magnetic resonance imaging (MRI)*, and the translation uses
    without ever introducing it, or introduces after its first use; one that is introduced with other letters (RMO as
    ROM); an English name in a Chinese text that has another word than the English text's (*confidence index* for
    *confidence interval*); and, as a remark only, one that is introduced on one side and does not occur on the other,
    or is introduced more often than in the source.

Why it matters
    A reader meets letters that nobody explained, or takes them for another term. Journals ask for each abbreviation
    to be introduced once, at its first use.

What it leaves alone
    Plurals and spelling (NSAIDs and NSAID, SARS-CoV-2 and SARS-CoV2); abbreviations that stand unexplained in the
    source as well; those introduced and never used again on both sides; those that everybody knows, such as DNA;
    and an introduction that the translation adds to one that the source uses unexplained.

How to fix it
    Introduce it at its first use: `磁共振成像（magnetic resonance imaging，MRI）` or `磁共振成像（MRI）`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from aligner.checks._abbreviation_names import Renamed, renamed
from aligner.model import Abbreviation, Context, Example, Hit, Pair, Place, Rule, Severity, Side, Span
from aligner.text.names import names

_EVERYDAY = frozenset(
    """
    DNA RNA MRNA PCR HIV AIDS CT WHO UN EU UK USA US FDA CDC NIH COVID19 SARSCOV2 SARS MERS IGG IGA IGM IGE UNESCO
    UNICEF ID PDF SD CI OK AM PM
    """.split()  # noqa: SIM905 - a table of words is read as such
)
_STATISTICS = frozenset(("HR", "OR", "RR", "MD", "SMD", "IQR", "AUC", "ROC"))  # known without their names, as SD is
Ledger = Mapping[str, Abbreviation]


def _check(pairs: Sequence[Pair], context: Context) -> Iterator[Hit]:
    source, target = _side(context, "source"), _side(context, "target")
    told: set[str] = set(_EVERYDAY)
    small = {name.key for pair in pairs for name in names(pair.target_text)}
    for was, now in _changed(pairs, source, target):
        if now.key not in told:
            told.update((was.key, now.key))
            yield _changed_hit(was, now)
    yield from (_renamed_hit(name, context) for name in renamed(pairs, context))
    for key, entry in source.items():
        if entry.introduced and key not in told | _STATISTICS and not (key in target and target[key].bracketed):
            if key not in target and key.lower() in small:
                continue  # it is there in small letters, which letter-case tells
            yield _not_introduced(entry, target.get(key))
    for key, entry in target.items():
        if key in told | _STATISTICS or not entry.introduced:
            continue
        if key not in source:
            yield _hit(f"{entry.written} is introduced in the translation only", entry.introduced[0], key, "neutral")
        else:
            yield from _order(source[key], entry)


def _side(context: Context, side: Side) -> Ledger:
    return {entry.key: entry for entry in context.abbreviations if entry.side == side}


def _order(source: Abbreviation, target: Abbreviation) -> Iterator[Hit]:
    """Yield what the translation does out of order and the source does not."""
    first, again = target.introduced[0], target.introduced[1:]
    if target.uses[0] != first and source.introduced and source.uses[0] == source.introduced[0]:
        told = f"{target.written} is used before it is introduced; the source introduces it first"
        yield _hit(told, target.uses[0], target.key)
    if again and len(target.introduced) > max(1, len(source.introduced)):
        times = len(target.introduced)
        told = f"{target.written} is introduced {times} times, in the source {len(source.introduced)}"
        yield _hit(told, again[0], f"{target.key} again", "neutral")


def _not_introduced(entry: Abbreviation, used: Abbreviation | None) -> Hit:
    """Return the hit for an abbreviation that only the source introduces, at its first use in the translation."""
    if used is None:
        message = f"{entry.written} is introduced in the source only; the translation does without it"
        return _hit(message, entry.introduced[0], entry.key, "neutral")
    place = used.uses[0]
    introduced = entry.introduced[0]
    source = introduced.source if introduced.pair == place.pair else None
    message = f"{entry.written} is used in the translation without being introduced, as it is in the source"
    return Hit(message, source=source, target=place.target, pair=place.pair, subject=entry.key)


def _hit(message: str, place: Place, subject: str, severity: Severity | None = None) -> Hit:
    return Hit(message, place.source, place.target, severity=severity, pair=place.pair, subject=subject)


def _changed(pairs: Sequence[Pair], source: Ledger, target: Ledger) -> Iterator[tuple[Abbreviation, Abbreviation]]:
    """Yield abbreviations that stand in one pair, each on one side of the document only, with letters changed."""
    here, there = _by_pair(source), _by_pair(target)
    for pair in pairs:
        lost = here.get(pair.id, set()) - there.get(pair.id, set())
        for key in sorted(there.get(pair.id, set()) - set(source)):
            was = next((k for k in sorted(lost) if _misspelt(k, key)), None)
            if was:
                yield source[was], target[key]
        introduced = _introduced_in(pair.id, source), _introduced_in(pair.id, target)
        if short := _changed_introduction(*introduced, source):
            yield source[short[0]], target[short[1]]


def _changed_introduction(here: Sequence[str], there: Sequence[str], source: Ledger) -> tuple[str, str] | None:
    """Return the abbreviation of the source and the other one that the translation introduces in its place.

    Each must be the only one that its side of the pair introduces alone. Two letters are too few to call another
    abbreviation a slip, unless it stands in the place of the one.

    >>> of = {"OR": Abbreviation("OR", "source", "OR")}
    >>> _changed_introduction(["HR", "CI"], ["HZ", "CI"], of), _changed_introduction(["HR"], ["OR"], of)
    (('HR', 'HZ'), None)
    """
    lost, new = [k for k in here if k not in there], [k for k in there if k not in here]
    if len(lost) != 1 or len(new) != 1 or new[0] in source:
        return None
    was, now = lost[0], new[0]
    short = len(was) == len(now) == 2 and was.isalpha() and bool(set(was) & set(now))
    return (was, now) if short or _misspelt(was, now) else None


def _introduced_in(pair: int, ledger: Ledger) -> list[str]:
    return [key for key, entry in ledger.items() if any(place.pair == pair for place in entry.introduced)]


def _by_pair(ledger: Ledger) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for entry in ledger.values():
        for place in entry.uses:
            found.setdefault(place.pair, set()).add(entry.key)
    return found


def _renamed_hit(name: Renamed, context: Context) -> Hit:
    sides = ("target", "source") if context.source_lang == "zh" else ("source", "target")
    message = f"{name.short} stands for “{name.english}” in the {sides[0]}, for “{name.chinese.text}” in the {sides[1]}"
    place = {sides[1]: name.chinese}
    return Hit(
        message.replace("the target", "the translation"),
        place.get("source"),
        place.get("target"),
        suggestion=name.english if "target" in place else None,
        severity="major",
        pair=name.pair,
        subject=f"{name.short} {name.english}",
    )


def _misspelt(key: str, other: str) -> bool:
    """Whether two abbreviations differ in the order of their letters or in a single letter.

    >>> [_misspelt(*pair.split()) for pair in ("RMO ROM", "AST ALT", "APTT APT", "IL6 IL8", "MRNA RNA")]
    [True, True, True, False, False]
    """
    if _digits(key) != _digits(other) or min(len(key), len(other)) < 3:
        return False
    if len(key) != len(other):
        return _lacks_one(*sorted((key, other), key=len))
    return sorted(key) == sorted(other) or sum(a != b for a, b in zip(key, other, strict=True)) == 1


def _lacks_one(short: str, long: str) -> bool:
    """Whether an abbreviation of four letters or more lost one inside: MN-IIb, but not RNA beside mRNA."""
    return any(long[:k] + long[k + 1 :] == short for k in range(1, len(long) - 1)) and len(long) > 3


def _digits(key: str) -> str:
    return "".join(c for c in key if c.isdigit())


def _changed_hit(was: Abbreviation, now: Abbreviation) -> Hit:
    """Return the hit at the first pair that has both."""
    mine = {place.pair: place.source for place in reversed(was.uses)}
    place = next(place for place in now.uses if place.pair in mine)
    source: Span | None = mine[place.pair]
    return Hit(
        f"the source has {was.written}, the translation has {now.written}",
        source=source,
        target=place.target,
        suggestion=was.written,
        severity="major",
        pair=place.pair,
        subject=f"{was.key} {now.key}",
    )


RULE = Rule(
    id="abbreviation",
    title="Abbreviations introduced differently",
    category="Terminology/Inconsistent use of terminology",
    severity="minor",
    scope="document",
    check=_check,
    bad=(
        Example(
            "Bone mineral density (BMD) was measured.\nBMD was low.",
            "测量骨密度。\nBMD降低。",
        ),
        Example("He had transient osteoporosis of the hip (TOH).", "患者有髋部一过性骨质疏松（THO）。"),
        Example("Bone mineral density (BMD) was low.", "骨密度（bone mineral deposit，BMD）降低。"),
        Example(
            "测量骨密度（bone mineral density，BMD）。\nBMD降低。",
            "The density of bone was measured.\nBMD was low.",
        ),
    ),
    good=(
        Example(
            "Non-steroidal anti-inflammatory drugs (NSAIDs) were given.\nNSAIDs helped.",
            "给予非甾体抗炎药（NSAID）。\nNSAID有效。",
        ),
        Example("An MRI scan was made.", "行磁共振成像（MRI）检查。"),
        Example("A randomised controlled trial (RCT)", "随机对照试验（randomized control trial，RCT）"),
        Example("行MRI检查。\n骨密度（BMD）降低。", "An MRI scan was made.\nBone mineral density (BMD) was low."),
    ),
    source="AMA Manual of Style, 11th edition, chapter 13",
)
