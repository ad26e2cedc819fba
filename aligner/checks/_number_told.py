"""The numbers of one side as they are compared: what only says one again, or stands by custom, weighs less."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from aligner.model import Lang, Span
from aligner.text.numbers import Number, numbers

_YEAR = re.compile(r"(?:19|20)\d\d\s?年")
_CASE_REPORT = re.compile(r"[1一]\s?例(?:(?:临床|病例)?(?:报告|报道|分析)|[并及附][^，。；]{0,6}文献复习|$)")
_FACTOR = re.compile(r"[×*]\s?$")  # of a power of ten, which may be said once for several
_ONE_CYCLE = re.compile(r"[1一]\s?个?(?:周期|疗程)")
_GLOSS = re.compile(r"[(（](?=[^()（）]*[A-Za-z]{3})[^()（）\u3400-\u9fff]*[)）]")
_NAME: dict[Lang, re.Pattern[str]] = {
    "en": re.compile(r"[A-Z]?(?: [a-z-]+){0,3} ?\((?P<latin>[^()]*)\)"),
    "zh": re.compile(
        r"[A-Z]?(?:[型号项][\u3400-\u9fff]{1,10}|-[\u3400-\u9fff]{1,12}|(?:受体|配体|蛋白|因子|抗体|抗原|抑制剂|激动剂|亚基){1,2})?[αβγδ]?\s?"
        r"[(（](?P<latin>[^()（）\u3400-\u9fff]*)[)）]"
    ),
}
"""What follows the number of a name, up to the end of the brackets with its short or Latin form: 受体-1（PD-1）."""
_WORD_BEFORE = re.compile(r"[A-Za-z]{3,} $")
_GROUPS: dict[Lang, re.Pattern[str]] = {
    "en": re.compile(r"(?: [\w-]+){0,2} (?:groups|arms)\b", re.IGNORECASE),
    "zh": re.compile(r"(?:个\S{0,4})?组"),
}
_RESTATED = re.compile(r"[^.;()（）]{0,40}[(（][^()（）]{0,8}")


@dataclass(frozen=True, slots=True)
class Told:
    """A number with its span and its relative position in the text, 0 to 1.

    `counts` says that its copies are counted: not those that Chinese repeats by custom. `repeated` says that the
    translation has the number, but less often. `groups` says that a word counts groups, which either language may
    leave out.
    """

    number: Number
    span: Span
    position: float
    counts: bool = True
    repeated: bool = False
    groups: bool = False

    @property
    def value(self) -> Fraction | None:
        """The plain reading."""
        return self.number.values[0] if self.number.values else None


def told(text: str, lang: Lang) -> list[Told]:
    """Return the numbers of a text, those left out that only restate one in brackets, as in `fifty (50)`."""
    glosses = [gloss.span() for gloss in _GLOSS.finditer(text)] if lang == "zh" else []
    found: list[Told] = []
    own = numbers(text, lang)
    for number in own:
        before = found[-1] if found else None
        if before and before.number.written == "word" and _restates(number, before.number, text):
            continue
        in_gloss = any(start < number.start < end for start, end in glosses)
        by_custom = lang == "zh" and (_YEAR.match(text, number.start) or _CASE_REPORT.match(text, number.start))
        needless = _is_named_again(number, own, text, lang) or (lang == "zh" and _ONE_CYCLE.match(text, number.start))
        found.append(
            Told(
                replace(number, written="hint") if needless else number,
                Span.of(text, number.start, number.end),
                number.start / len(text),
                counts=not in_gloss and not by_custom and not _FACTOR.search(text, 0, number.start),
                groups=number.written == "word" and bool(_GROUPS[lang].match(text, number.end)),
            )
        )
    return found


def _restates(number: Number, before: Number, text: str) -> bool:
    same = number.values[:1] == before.values[:1] and number.start >= before.end
    return same and bool(_RESTATED.fullmatch(text, before.end, number.start))


def _is_named_again(number: Number, own: Sequence[Number], text: str, lang: Lang) -> bool:
    """Whether a figure is that of a name which brackets behind it, or around it, give in letters and figures.

    Who writes 白细胞介素-6（interleukin 6，IL-6） says one number, as `IL-6` does.
    """
    if number.written != "figure" or not number.values:
        return False
    worded = _WORD_BEFORE.search(text, max(0, number.start - 16), number.start)
    name = _NAME[lang].match(text, number.end) if worded or lang == "zh" else None
    gloss = next((g for g in _GLOSS.finditer(text) if g.start() < number.start < g.end()), None) if worded else None
    stretches = [name.span("latin")] if name else [gloss.span()] if gloss else []
    again = (n for n in own if n.written == "identifier" and number.values[0] in n.values)
    return any(start <= other.start < end for other in again for start, end in stretches)
