"""A grade, class, group or appendix whose letter differs: level A for level C, grade 1B for 1C, class IIa for IIb.

What it finds
    What one side names by a letter, or by a number with a letter, where the other side names another of the same kind:
    levels of evidence, classes of recommendation, Child-Pugh classes, BI-RADS categories, stages, types, groups,
    appendices, figures and tables.

Why it matters
    Guidelines are followed by these letters, and no other word of the sentence shows that one is wrong.

What it leaves alone
    A letter that stands anywhere on the other side, and one that the other side writes in another way (甲型 for *type
    A*): only where each side has a letter that the other lacks is something wrong. Grades that are plain numbers are
    compared by `numbers`.

How to fix it
    Write the letter of the source.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from aligner.model import Context, Example, Hit, Lang, Pair, Rule, Span
from aligner.text.numerals import roman_value

_CODE = r"(?:(?:[IVX]{1,4}|[ⅠⅡⅢⅣⅤ]|[1-5])(?:\s?[A-Da-d])?|[A-H])"
_GROUP = r"(?![IVX]+[A-D]?(?![A-Z]))[A-Z]{1,3}"
"""What a group is called by, as R and CT are; Roman numbers are codes."""
_ALONE = r"(?![A-Za-z0-9'’]|-[A-Za-z0-9]|\.\d)"
_NAMED: dict[Lang, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?i:grade|class|level|stage|categor(?:y|ies)|type|group|subgroup|arm|cohort|recommendation|evidence)"
        rf"(?i:e?s)?(?i: of (?:evidence|recommendation))?\s?[:：=,]?\s?(?P<code>{_CODE}){_ALONE}"
        rf"|\b(?i:appendix|annex|supplement|fig(?:ure)?\.?|table|box)\s(?P<part>{_CODE}){_ALONE}"
        rf"|\b(?i:groups?|arm)\s(?P<group>{_GROUP}){_ALONE}"
        rf"|[(（]\s?(?P<bare>[1-5][A-D])\s?[)）]"
    ),
    "zh": re.compile(
        rf"(?<![A-Za-z0-9])(?P<code>{_CODE})\s?(?=[级類类期型组組]|亚组|等级)(?![型超]{{2}})"
        rf"|(?:等级|级别|水平|分级|类别|分期|分型|分类|推荐|证据)\s?[为是：:，,]?\s?(?P<behind>{_CODE}){_ALONE}"
        rf"|(?:附[录錄件图圖表]|[图圖表框])\s?(?P<part>{_CODE}){_ALONE}"
        rf"|(?<![A-Za-z0-9])(?P<group>{_GROUP})\s?[组組]"
        r"|[(（]\s?(?P<bare>[1-5][A-D])\s?[)）]"
    ),
}
_ANY = re.compile(rf"(?<![A-Za-z0-9])(?P<code>{_CODE}|{_GROUP}){_ALONE}")


def _check(pair: Pair, context: Context) -> Iterator[Hit]:
    here, there = _named(pair.source_text, context.source_lang), _named(pair.target_text, context.target_lang)
    if not here or not there:
        return
    lost = _lacking(here, pair.target_text)
    strange = _lacking(there, pair.source_text)
    for span in lost.values():
        other = next((other for other in strange if _face(span.text, strange[other].text, here)), None)
        if other:
            message = f"the source has {span.text}, the translation has {strange[other].text}"
            yield Hit(message, span, strange.pop(other), suggestion=span.text)


def _named(text: str, lang: Lang) -> dict[str, Span]:
    """Return the grades of a text by what is compared of them, each at its first place.

    >>> [*_named("Class IIa, level B; groups A and C.", "en")], [*_named("Ⅱa类推荐，B级证据；A组", "zh")]
    (['2a', 'B', 'A'], ['2a', 'B', 'A'])
    """
    found: dict[str, Span] = {}
    for match in _NAMED[lang].finditer(text):
        name = next(name for name, value in match.groupdict().items() if value)
        found.setdefault(_key(match[name]), Span.of(text, *match.span(name)))
    return found


def _lacking(named: dict[str, Span], text: str) -> dict[str, Span]:
    """Return the grades that a text has nowhere, not even where nothing says that they are grades."""
    known = {_key(match["code"]) for match in _ANY.finditer(text)}
    return {code: span for code, span in named.items() if code not in known}


def _face(one: str, other: str, known: Iterable[str] = ()) -> bool:
    """Tell whether one grade may stand for another, and `numbers` does not see it: it knows III and IIIB, not IIIb.

    Nor does it see a number that the source has in another grade, one of those `known` (1B for 2B beside 1A).

    >>> _face("A", "C"), _face("I", "IIa"), _face("IIa", "IIb"), _face("A", "IIa"), _face("I", "II"), _face("IIB", "IB")
    (True, True, True, False, False, False)
    """
    a, b = _key(one), _key(other)
    if a.isalpha() or b.isalpha():
        return a.isalpha() and b.isalpha()
    seen = a[0] != b[0] and not (one[-1].islower() or other[-1].islower())
    return len(a + b) > 2 and (not seen or any(key[0] == b[0] for key in known))


def _key(code: str) -> str:
    """Return a grade with its number in Arabic figures and its letter small; a letter alone as it is."""
    plain = unicodedata.normalize("NFKC", code)  # Ⅱ is II
    if re.fullmatch(_GROUP, plain):
        return plain
    number = plain.rstrip("ABCDabcd")
    letter, number = plain[len(number) :], number.strip()
    return f"{number if number.isdecimal() else roman_value(number)}{letter.lower()}"


RULE = Rule(
    id="grade",
    title="Grades, classes and groups with another letter",
    category="Accuracy/Mistranslation",
    severity="major",
    scope="pair",
    check=_check,
    bad=(
        Example("Exercise is advised (class I, level A).", "建议运动（Ⅰ类推荐，C级证据）。"),
        Example("Exercise is advised (1B).", "建议运动（1C）。"),
        Example("The lesion was BI-RADS category 4a.", "病灶为BI-RADS 4b类。"),
        Example("Exercise (1A) is advised, rest is not (2B).", "建议运动（1A），不建议休息（1B）。"),
        Example("The doses are lower (see Appendix B).", "剂量较低（见附录A）。"),
        Example("R组有3例给予拮抗剂。", "Three patients in group P were given an antagonist."),
        Example("Ⅱa期患者预后较好。", "Patients with stage IIb disease fared better."),
    ),
    good=(
        Example("Exercise is advised (class IIa, level B).", "建议运动（Ⅱa类推荐，B级证据）。"),
        Example("Type A blood was given to group B.", "B组输注甲型血。"),
        Example("Groups A and B rested.", "两组均休息。"),
        Example("See Figure 2A and Table C.", "见图2A和表C。"),
        Example("B组输注甲型血。", "Type A blood was given to group B."),
        Example("Vitamin D was given to group A.", "A组补充维生素D。"),
    ),
    source="MQM: Accuracy, Mistranslation",
)
