"""Comparisons of one thing with another, *higher in A than in B* and A高于B, and whether two have changed places.

What is compared with is told from what is compared by its words alone: the words that both have, as *group*, do not
count, and neither does what the comparison is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from typing import Any

from aligner.checks._links import content
from aligner.checks._opposites import Opposition, Pole
from aligner.model import Context, Lang, Match, Pair, Span

_RENDERS = 0.05  # the least share of a rendering that tells

_ALIKE = {
    "higher": "高大多强", "greater": "大高多强", "more": "多高大更强易", "larger": "大多高", "longer": "长久",
    "older": "大高长", "better": "好优佳强高", "superior": "优好", "stronger": "强大", "faster": "快", "earlier": "早",
    "later": "晚迟", "preferred": "优", "preferable": "优", "thicker": "厚", "heavier": "重大",
    "lower": "低小少", "less": "少低小弱轻", "fewer": "少低", "smaller": "小少低", "shorter": "短", "younger": "小低",
    "worse": "差劣重", "inferior": "劣差", "poorer": "差劣", "weaker": "弱", "slower": "慢", "milder": "轻",
    "thinner": "薄", "rather": "而", "instead": "而",
}  # fmt: skip
"""What a Chinese comparison may say of the same direction as an English one."""
_HOW = "".join(sorted({char for chars in _ALIKE.values() for char in chars} - {"更", "易", "而"}))
_NO_NOUN = f"(?:[均也亦且但并都仍则又远略稍更]|明显|显著){{0,3}}(?=[{_HOW}]于)"
"""Between a comma and a comparison, leaves what is compared to the clause before: A组为5%，明显低于B组."""
_PATTERNS: dict[Lang, tuple[re.Pattern[str], ...]] = {
    "en": (
        re.compile(
            rf"(?P<one>[^.;:]*?\b(?P<how>{'|'.join(_ALIKE)})\b[^.;:]*?)"
            r"\b(?:than|(?<=instead )of|(?<=(?:super|infer)ior )to|(?<=preferred )(?:to|over)|(?<=preferable )to)\b "
            r"(?:(?:in|for|with|those|that|of|among|the|at|on) )*(?P<other>[^,.;:()]{2,60}?)"
            r"(?=[,.;:()]|$|\s(?:and|but|or|while|whereas|because|when|if|who|which|after|before)\s"
            r"|\s(?:in|for|at|by) \w+ing\b)",
            re.IGNORECASE,
        ),
    ),
    "zh": (
        re.compile(
            f"(?P<one>(?:[^，。；：]*，{_NO_NOUN})?[^，。；：]*)(?P<how>[{_HOW}])于(?P<other>[^，。；：（）()]{{1,20}})"
        ),
        re.compile("(?P<one>[^，。；：]+)，?(?P<how>而)(?:不是|非)(?P<other>[^，。；：（）()]{1,20})"),
        re.compile(
            f"(?P<one>[^，。；：]*?)(?<![分对占相配])比(?![例率值较重对])(?P<other>[^，。；：（）()]{{1,16}}?)(?:明显|显著|还|要)?(?:更|为)?(?P<how>[{_HOW}])"
        ),
    ),
}
_MAY_COMPARE: dict[Lang, re.Pattern[str]] = {
    "en": re.compile(
        r"\bthan\b|(?:superior|inferior|preferable) to\b|\bpreferred (?:to|over)\b|\binstead of\b", re.IGNORECASE
    ),
    "zh": re.compile("[于比]|而[不非]"),
}
"""Told at once, as the patterns take long."""
_SIDES = (
    Opposition((Pole(r"(?:affected|diseased|injured|paretic|ipsilateral)\b", "患侧|病侧|伤侧"),
                Pole("(?:healthy|unaffected|uninvolved|sound|normal|contralateral)\\b", "健侧|对侧"))),
    Opposition((Pole(r"(?:pre-?operat|pre-?treat|before\b)", "(?<!年)前(?!列|[臂壁降])"),
                Pole(r"(?:post-?operat|post-?treat|after\b)", "后(?!代|[壁])"))),
    Opposition((Pole(r"(?:males?|m[ea]n|boys?)\b", "男"), Pole(r"(?:females?|wom[ea]n|girls?)\b", "女"))),
    Opposition((Pole(r"controls?\b", "对照"), Pole("(?:experiment|test|trial|intervent|observ|treat|stud)",
                      "(?:试验|实验|干预|观察|治疗|研究)组"))),
)  # fmt: skip
"""Sides that are told by these words alone."""
_LETTER = re.compile(r"(?<![A-Za-z])[A-Z](?![A-Za-z])")
"""What a group may be called by alone."""
_NUMBER = re.compile(r"\W*\d|(?:zero|one|two|three|four|five|half|a)\b|[一二两三四五半零]", re.IGNORECASE)


@dataclass(frozen=True)
class Compared:
    """What is compared, how, and with what, and the places of both."""

    one: str
    how: str
    other: str
    own_place: tuple[int, int]
    place: tuple[int, int]

    def side(self, span: Span) -> str | None:
        """Return which of the two a part of the text belongs to, None where to neither."""
        places = {"one": self.own_place, "other": self.place}
        return next((side for side, (start, end) in places.items() if start <= span.start and span.end <= end), None)


def comparisons(text: str, lang: Lang) -> Iterator[Compared]:
    """Yield what a text compares.

    >>> [(c.how, c.other) for c in comparisons("Pain was worse at night than in the morning.", "en")]
    [('worse', 'morning')]
    >>> [(c.one, c.how, c.other) for c in comparisons("夜间疼痛重于早晨。", "zh")]
    [('夜间疼痛', '重', '早晨')]
    """
    for pattern in _PATTERNS[lang] if _MAY_COMPARE[lang].search(text) else ():
        for found in pattern.finditer(text):
            yield Compared(found["one"], found["how"].lower(), found["other"], found.span("one"), found.span("other"))


def from_other_side(pair: Pair, context: Context) -> bool:
    """Tell whether the translation compares B with A where the source compares A with B: 高于 is then *lower*."""
    here = next(comparisons(pair.source_text, context.source_lang), None)
    there = next(comparisons(pair.target_text, context.target_lang), None)
    if not here or not there or context.lexicon is None:
        return bool(here and there)  # nothing tells, so nothing is said
    english, chinese = (here, there) if context.source_lang == "en" else (there, here)
    named = _named(english, chinese)
    if named is not None:
        return named
    fit = {part: context.lexicon.translates(english.other, part) for part in (chinese.one, chinese.other)}
    return bool(fit[chinese.one] > fit[chinese.other])


def exchanged(pair: Pair, context: Context) -> tuple[Compared, Compared] | None:
    """Return the comparison of the source and that of the translation, where their sides have changed places.

    Both must be of the same direction, in texts that compare as often, and what either compares with must be rendered
    by words of what the other compares, and by none of what it compares with.
    """
    here = [*comparisons(pair.source_text, context.source_lang)]
    there = [*comparisons(pair.target_text, context.target_lang)] if here else []
    if len(here) != len(there) or context.lexicon is None:
        return None
    both = zip(here, there, strict=True)
    return next((found for found in both if _crossed(*found, pair, context)), None)


def _crossed(said: Compared, written: Compared, pair: Pair, context: Context) -> bool:
    """Tell whether each of two comparisons compares with what the other one compares."""
    english, chinese = (said, written) if context.source_lang == "en" else (written, said)
    counted = _NUMBER.match(english.other) or _NUMBER.match(chinese.other)
    if counted or chinese.how not in _ALIKE[english.how]:
        return False
    named = _named(english, chinese)
    if named is None:
        named = _crossed_terms(said, written, context.matches_of(pair))
    if named is not None:
        return named
    one, other = _apart(english, "en", context.lexicon)
    first, second = _apart(chinese, "zh", context.lexicon)
    crossed = _met(other, first, context.lexicon) and _met(one, second, context.lexicon)
    return crossed and not _met(other, second, context.lexicon)


def _crossed_terms(said: Compared, written: Compared, matches: Iterable[Match]) -> bool | None:
    """Tell whether terms of either side of one comparison are rendered on the other side of the other.

    None where the terms do not tell; those that both sides have never do.
    """
    moves: dict[str, set[tuple[str | None, str | None]]] = {}
    for match in matches:
        if match.source and match.target:
            moves.setdefault(match.term.id, set()).add((said.side(match.source), written.side(match.target)))
    sure = {move for (move, *more) in moves.values() if not more and None not in move}
    if ("other", "other") in sure:
        return False
    return True if {("one", "other"), ("other", "one")} <= sure else None


def _named(english: Compared, chinese: Compared) -> bool | None:
    """Tell whether two comparisons name opposite sides crosswise, None where they do not name both."""
    here, there = ([_LETTER.findall(side) for side in (c.one, c.other)] for c in (english, chinese))
    if {len(letters) for letters in (*here, *there)} == {1} and here[0] != here[1]:
        return here == there[::-1]
    for sides in _SIDES:
        said = _pole(sides, english.one, "en"), _pole(sides, english.other, "en")
        written = _pole(sides, chinese.one, "zh"), _pole(sides, chinese.other, "zh")
        if None not in (*said, *written) and said[0] != said[1] and written[0] != written[1]:
            return said != written
    return None


def _pole(sides: Opposition, text: str, lang: Lang) -> int | None:
    """Return which of two sides a text names, None where it names neither or both."""
    named = [bool(places) for places in sides.places(text, lang)]
    return named.index(True) if sum(named) == 1 else None


def _apart(compared: Compared, lang: Lang, lexicon: Any) -> tuple[set[str], set[str]]:
    """Return the words of content of both sides that the other does not have."""
    one, other = ({token.key for token in content(text, lang, lexicon)} for text in (compared.one, compared.other))
    return one - other, other - one


def _met(english: Set[str], chinese: Set[str], lexicon: Any) -> bool:
    """Whether any word of the one renders any of the other."""
    return any(key == word or lexicon.renderings(word).get(key, 0.0) >= _RENDERS for word in chinese for key in english)
