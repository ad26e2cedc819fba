"""A number that the other side does not have.

What it finds
    A figure whose value stands nowhere on the other side, in whatever way it may be written there, in either
    direction. Where a number was swapped for another, both are named in one finding. Numbers in names count by
    the name: IL-6 against IL-8 is found. `Twice daily` against 每日三次 and `half of` against 三分之一 are found where
    both sides have equally many phrases of the kind; a range, a ratio, a list and a mean with its deviation are found
    where numbers in it changed places, two numbers where they did so between men and women, groups, or the dead and
    the living, and a day that stands with another month. So is a reference such as [12] that has another number. A
    number that is only not repeated is minor.

Why it matters
    A wrong dose, group size or P value is the error that does the most harm and that a reader of the translation
    cannot see.

What it leaves alone
    Numbers that are equal by value: 1.2万 and 12,000; 三分之二 and two thirds; 1月 and January; III期 and stage 3;
    半年 and 6 months; 增加1倍 and twofold; 21/10万 and 21 per 100,000; b.i.d. and 每日2次; an acuity of 20/40 and 0.5;
    101.3 °F and 38.5 ℃; 5 mg and 5000 μg; 150 lb and 68 kg; glucose of 126 mg/dL and of
    7.0 mmol/L. A number that the translation repeats. Chinese number words such as 两种 on their own: they are
    reported where both sides have a number that the other lacks. Names whose number is not translated, such as
    COVID-19 and 新冠肺炎, and references that one side alone has. Numbers that stand in another order, since the
    languages order their sentences in different ways: most that changed places are not seen.

How to fix it
    Compare with the source and write its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from aligner.checks._citations import changed as changed_reference
from aligner.checks._number_beside import crossed
from aligner.checks._number_comparison import Disagreement, compare
from aligner.checks._number_owners import Exchange, exchange
from aligner.checks._number_told import Told
from aligner.model import Context, Example, Hit, Lang, Pair, Place, Rule, Severity, Span
from aligner.text.numbers import numbers
from aligner.text.numerals import CARDINALS

_SHOWN = 5
_PEOPLE = re.compile(
    r"\s?[例名位](?:共|均|全部|[\u3400-\u9fff]{0,6}?(?:患者|病人|患儿|受试者|参与者|产妇|孕妇|儿童|中))"
)
_PLAIN = re.compile(r"\d[\d.,]*")
_SCALED = re.compile(r"\d[\d.,]*[\s-]?(thousand|million|billion|trillion|[千百]?[万萬]|[亿億]|万亿)?")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_MARKS = str.maketrans(".", ",")
_SHORT = 3  # figures: so few opposite a million lack their scale word
_SCALES: dict[Lang, tuple[tuple[Fraction, str], ...]] = {
    "zh": ((Fraction(10**8), "亿"), (Fraction(10**4), "万")),
    "en": ((Fraction(10**9), " billion"), (Fraction(10**6), " million")),
}
_HAN_CARDINALS = {numeral: value for value, numeral in enumerate("二三四五六七八九十", 2)} | {"两": 2}
_SMALL_NUMBERS = {**CARDINALS, **_HAN_CARDINALS}


def _check(pair: Pair, context: Context) -> Iterator[Hit]:
    if not pair.source or not pair.target:
        return
    found = compare(pair.source_text, pair.target_text, (context.source_lang, context.target_lang))
    yield from (_swapped(a, b, context.target_lang) for a, b in found.swapped)
    yield from (
        Hit(f"the two numbers of “{e.source.text}” have changed places", e.source, e.target, e.mended)
        for e in (*found.exchanged, *_beside(pair, context, found))
    )
    if reference := changed_reference(pair, context):
        here, there = reference
        yield Hit(f"the source cites {here.text}, the translation {there.text}", here, there, here.text)
    yield from (Hit(f"“{date.text}” is no date of the source", day, date) for day, date in found.misdated)
    missing = [told for told in found.missing if not told.repeated and not _known(told.span, pair, context)]
    yield from _missing(missing, pair.id, "major")
    repeated = [told for told in found.missing if told.repeated and told.value != 1 and not _of_dates(told.span, pair)]
    yield from _missing(repeated, pair.id, "minor")
    if found.extra:
        places = tuple(Place(pair.id, target=told.span) for told in found.extra)
        message = f"{_listed(found.extra)} in the translation {_are(found.extra)} not in the source"
        yield Hit(message, target=places[0].target, places=places if len(places) > 1 else ())


def _of_dates(span: Span, pair: Pair) -> bool:
    """Tell whether a number is that of a month which several dates repeat: 4月12日至4月15日, *from 12 to 15 April*."""
    return len(re.findall(rf"(?<![\d.]){re.escape(span.text)}\s?月\s?\d", pair.source_text)) > 1


def _known(span: Span, pair: Pair, context: Context) -> bool:
    """Tell whether people counted before are counted again (318例患者中位年龄), as they rarely are in English."""
    if not _PEOPLE.match(pair.source_text, span.end):
        return False
    number = re.compile(rf"(?<![\d.,]){re.escape(span.text)}(?![\d.]\d|\d)")
    earlier = (other for other in context.pairs if other.id < pair.id)
    return any(number.search(other.source_text) and number.search(other.target_text) for other in earlier)


def _beside(pair: Pair, context: Context, found: Disagreement) -> Iterator[Exchange]:
    """Yield numbers that changed places as the words beside them tell, those left out of which something was said."""
    if context.lexicon is None:
        return
    told = [e.target for e in found.exchanged] + [b.span for _, b in found.swapped]
    texts, langs = (pair.source_text, pair.target_text), (context.source_lang, context.target_lang)
    sides = numbers(texts[0], langs[0]), numbers(texts[1], langs[1])
    for ours, theirs in crossed(texts, langs[0], sides, context.lexicon):
        changed = exchange(*texts, ours, theirs)
        if not any(span.start < changed.target.end and changed.target.start < span.end for span in told):
            told.append(changed.target)
            yield changed


def _missing(missing: Sequence[Told], pair_id: int, severity: Severity) -> Iterator[Hit]:
    """Yield what the translation lacks; a number that it only does not repeat weighs less."""
    if missing:
        places = tuple(Place(pair_id, source=told.span) for told in missing)
        what = "missing" if severity == "major" else "not repeated"
        message = f"{_listed(missing)} of the source {_are(missing)} {what} in the translation"
        yield Hit(message, source=places[0].source, severity=severity, places=places if len(places) > 1 else ())


def _swapped(a: Told, b: Told, lang: Lang) -> Hit:
    both = a.number.name and b.number.name
    plain = both or (_PLAIN.fullmatch(a.span.text) and _PLAIN.fullmatch(b.span.text))
    message = f"the source has {a.span.text}, the translation has {b.span.text}"
    if _grouped_alike(a.span.text, b.span.text):
        return Hit(f"{message}: one of them groups the digits wrongly", a.span, b.span, severity="minor")
    return Hit(
        message, source=a.span, target=b.span, suggestion=a.span.text if plain else _worded(a, b) or _scaled(a, b, lang)
    )


def _worded(a: Told, b: Told) -> str | None:
    """Return a small number in the manner of the one that stands for it, where that is sure.

    It is not with one, which has a singular, nor with two in Chinese words, which is 二 or 两.
    """
    said, written = a.span.text.lower(), b.span.text.lower()
    value = _SMALL_NUMBERS.get(said) or (int(said) if said.isdecimal() else None)
    if value is None or value not in range(2, 11) or b.value in (None, 1):
        return None
    if written.isdecimal():
        return str(value)
    if written not in _SMALL_NUMBERS or (written not in CARDINALS and value == 2):
        return None
    words = CARDINALS if written in CARDINALS else _HAN_CARDINALS
    word = next(word for word, worth in words.items() if worth == value)
    return word.capitalize() if b.span.text[0].isupper() else word


def _grouped_alike(one: str, other: str) -> bool:
    """Whether two figures differ only in the mark before three digits: 10.700 may be ten thousand seven hundred.

    >>> _grouped_alike("10.700", "10,700"), _grouped_alike("0.125", "0,125"), _grouped_alike("1.5", "1,500")
    (True, False, False)
    """
    return one.translate(_MARKS) == other.translate(_MARKS) and bool(_THOUSANDS.fullmatch(one))


def _scaled(a: Told, b: Told, lang: Lang) -> str | None:
    """Return the number of the source as the translation would write it, where either has a scale word: 10万."""
    if (
        a.value is None
        or len(a.number.values) > 1
        or not (_SCALED.fullmatch(a.span.text) and _SCALED.fullmatch(b.span.text))
    ):
        return None
    bare = _PLAIN.fullmatch(b.span.text) and len(b.span.text) > _SHORT
    fitting = ((scale, word) for scale, word in _SCALES[lang] if not bare and (a.value or 0) >= scale)
    written = (figure + word for scale, word in fitting if (figure := _figure(a.value / scale)))
    return next(written, None) or _figure(a.value)


def _figure(value: Fraction) -> str | None:
    """Return a value in figures, None where more than four decimals were needed.

    >>> _figure(Fraction(12500)), _figure(Fraction(5, 4)), _figure(Fraction(1, 3))
    ('12,500', '1.25', None)
    """
    if (value * 10_000).denominator != 1:
        return None
    whole, part = divmod(value, 1)
    decimals = f"{int(part * 10_000):04}".rstrip("0")
    return f"{int(whole):,}" + (f".{decimals}" if decimals else "")


def _listed(told: Sequence[Told]) -> str:
    shown = [t.span.text for t in told[:_SHOWN]]
    more = [f"{len(told) - _SHOWN} more"] if len(told) > _SHOWN else []
    return ", ".join((*shown, *more))


def _are(told: Sequence[Told]) -> str:
    return "is" if len(told) == 1 else "are"


RULE = Rule(
    id="numbers",
    title="Numbers that do not agree",
    category="Accuracy/Mistranslation",
    severity="major",
    scope="pair",
    check=_check,
    bad=(
        Example("It was injected every two weeks.", "每周注射2次。"),
        Example("The sensitivity was 82% and the specificity 79%.", "灵敏度为79%，特异度为82%。"),
        Example("It halved the risk.", "风险降低三分之一。"),
        Example("They were randomised 3:2.", "按2:3随机分组。"),
        Example("The form was signed on 7 June 2022.", "该表于2022年7月6日签署。"),
        Example("We enrolled 12 patients.", "共纳入21例患者。"),
        Example("The dose was 0.5 mg daily for 14 days.", "剂量为每日5 mg。"),
        Example("Serum IL-6 was raised.", "血清IL-8升高。"),
        Example("There were 18 men and 27 women.", "男27例，女18例。"),
        Example("This was shown before [3,11].", "既往已有报道[3,12]。"),
        Example("检出变异c.2365G>A。", "The variant c.2356G>A was found."),
        Example("随访三年，复发率为百分之十二。", "During three years of follow-up, 15% relapsed."),
        Example("共有1.2万名参与者。", "There were 1,200 participants."),
    ),
    good=(
        Example("Two thirds of 12,000 adults with stage III disease", "1.2万名III期成人患者中的三分之二"),
        Example(
            "From January 2019, COVID-19 doubled the rate in 6 months.",
            "自2019年1月起，新冠肺炎使该比率半年内增加1倍。",
        ),
        Example("Nine in ten adults had it; 1 in 100 people died.", "九成成人患病，1%死亡。"),
        Example("一般而言，20世纪90年代每100例中有3例。", "In general, there were three in 100 in the 1990s."),
        Example("阳性率为38.7%（908/2 346，P＜0.000 01）。", "The rate was 38.7% (908/2,346; P < 0.00001)."),
        Example(
            "以腹痛为首发表现的肝包虫病1例", "Hepatic hydatid disease presenting with abdominal pain: a case report"
        ),
        Example("检出变异c.2365G>A；c.2365G>A可能致病。", "We found c.2365G>A; the variant may cause the disease."),
        Example("It is rare [4–6], and hardly known [7].", "该病罕见[4-6]，鲜为人知［7］。"),
        Example("体重5千克，白细胞为4×10⁹/L[12]。", "Body weight was 5 kg, and leukocytes were 4 × 10^9/L."),
    ),
    source="MQM: Accuracy, Mistranslation, Number",
)
