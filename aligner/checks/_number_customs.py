"""Numbers that one language gives by custom where the other says it in words, or not at all.

They are asked for once nothing else stands in their place, so that a wrong number is still a wrong number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from aligner.model import Lang, Span, other_lang
from aligner.text import numerals


@dataclass(frozen=True, slots=True)
class _Custom:
    """What stretch of a text the numbers lie in, and what the other text then says."""

    given: re.Pattern[str]
    instead: re.Pattern[str]


_EN_COUNT = "two|three|four|five|six|seven|eight|nine|ten|[2-9]|10"
_YEARS = r"(?:19|20)\d\d"
_MONTH = r"(?:[A-Z][a-z]{2,8}\.? (?:\d{1,2},? )?)?"
_PATIENT = _Custom(
    re.compile(r"\b(?:\w+|\d+)[ -](?:year|month|week|day)s?[ -]old\b|\baged? \d+(?: years| months)?", re.IGNORECASE),
    re.compile(r"^[^，。；]*(?:[1一]\s?例[^，。；、\d]{0,12}|病例报[告道]|个案报[告道])\s*$"),
)
"""A case report: its Chinese title ends with 1例 and leaves the patient's age to the abstract."""
_GROUPS = _Custom(
    re.compile(rf"\b(?:{_EN_COUNT})(?: [\w-]+){{0,2}} (?:groups?|arms|cohorts|sets|data ?sets)\b", re.IGNORECASE),
    re.compile("组|队列|[练证试据]集"),
)
_SEVERAL = _Custom(
    re.compile(
        rf"\b(?:{_EN_COUNT})(?: [\w-]+){{0,2}} (?:doses|dosages|concentrations|methods|drugs|treatments|regimens|"
        r"procedures|techniques|time ?points|times)\b",
        re.IGNORECASE,
    ),
    re.compile(
        "(?:不同|多[种个])[^，。；、]{0,6}(?:剂量|浓度|方法|药物|治疗|疗法|方案|术式|手术|技术|时间点?|时[点机])"
    ),
)
"""What Chinese only says to be several: *two doses were compared* for 比较不同剂量."""
_DIVIDED = re.compile(r"(?:分为|分成|分入|分至|分到|分配[至到])(?P<number>[2-9])\s?个?[^\s，。；、]{0,4}?组")
_ALLOCATED = re.compile(
    r"\b(?:random\w*|assign\w*|allocat\w*|divided)\b(?P<before>(?:[^.;]|\.(?=\d)){0,300}?)"
    r"\b(?:to|into)\b(?P<groups>(?:[^.;]|\.(?=\d))*)",
    re.IGNORECASE,
)
_RATIO = re.compile(r"\d+(?:\s?[:∶]\s?\d+)+")
_BRACKETS = re.compile(r"\((?![^()]*\d\s?[:∶])[^()]*\)")
_LISTING = re.compile(r",? ?\b(?:or|and|versus|vs)\b|,", re.IGNORECASE)
_ZH_GROUPS = _Custom(
    re.compile(r"(?<![\d.])[2-9]\s?组"),
    re.compile(r"\b(?:groups|arms|(?:each|every) (?:group|arm))\b|\b(?:between|inter)-?group\b", re.IGNORECASE),
)
_PERIOD = _Custom(
    re.compile(rf"{_MONTH}{_YEARS}(?:\s?[-–—]\s?| to | and | through ){_MONTH}{_YEARS}"),
    re.compile(
        "(?:研究|观察|调查|监测|随访|报告|该|本|这一|此|同|整个)[^，。；、]{0,3}(?:期间|时期|时段|阶段|期内)|同期|期间"
    ),
)
_ZH_PERIOD = _Custom(
    re.compile(rf"{_YEARS}\s?年?(?:\d{{1,2}}月)?\s?[-–—~～至]+\s?{_YEARS}\s?年(?:\d{{1,2}}月)?"),
    re.compile(
        r"\b(?:during|over|in|throughout|within|across|for) (?:the|this|that|these|those)(?: [\w-]+){0,2} "
        r"(?:period|years|decades?|interval|time)\b",
        re.IGNORECASE,
    ),
)
_COMPARED = _Custom(
    re.compile(r"(?<![\d.])[2-9]\s?组(?:患者|病例|间|之间|均|数据|资料)*(?=差异|差别|比较|相比|无显著|有显著)"),
    re.compile(r"\bdiffer\w*|\bsignifican\w*", re.IGNORECASE),
)
"""Groups of which only a difference is told."""
_TOTAL: dict[Lang, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:of|among) (?:the |these )?(?P<all>\d{2,})\b[^.;\d]{0,30}?\b(?P<one>\d+)\b[^.;\d]{0,24}?\b(?P<two>\d+)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        r"(?P<all>\d{2,})\s?[例名人][^，。；;\d]{0,8}中[，,]?[^。；;\d]{0,6}(?P<one>\d+)\s?[例名人][^。；;\d]{0,6}(?P<two>\d+)\s?[例名人]"
    ),
}
"""A total that the two numbers behind it come to: 89例患儿中男58例、女31例."""
_SALINE = _Custom(
    re.compile(r"\b0\.9\s?% (?:normal )?(?:saline|sodium chloride|NaCl)\b", re.IGNORECASE), re.compile("生理盐水")
)
_ZH_SALINE = _Custom(re.compile(r"0\.9\s?[%％]\s?(?:氯化钠|生理盐水)"), re.compile(r"\bsaline\b", re.IGNORECASE))
"""Normal saline by its strength."""
_ONCE = r"(?:[^，。；、\d]{0,4}[1一]\s?次)?"
_ACUPOINT = _Custom(
    re.compile(
        r"\b(?:LU|LI|ST|SP|HT|SI|BL|UB|KI|KID|PC|TE|TB|SJ|GB|LR|LV|CV|RN|REN|GV|DU|EX)(?:-(?:HN|CA|B|UE|LE))?"
        r"[ -]?\d{1,2}(?=[),;，；）]| and\b)"
    ),
    re.compile("[穴针灸]|百会|内关|三里|合谷|中脘|关元|气海|太冲|阴交|大椎|风池|曲池|天枢|命门|神门|[心肺肝脾胃肾]俞"),
)
"""The code of an acupoint, which English adds to its name: Zusanli (ST 36) for 足三里."""
_INTERVALS = tuple(
    _Custom(re.compile(f"{given}{_ONCE}"), re.compile(rf"\b(?:{instead})", re.IGNORECASE))
    for given, instead in (
        (r"每\s?[2二两]\s?年", "biennial|every other year"),
        (r"每\s?[3三]\s?年", "triennial"),
        (r"每(?:半年|\s?[6六]\s?个月)", "biannual|semi-?annual|half-?yearly"),
        (r"每\s?[3三]\s?个月|每季度?", "quarterly"),
        (r"每\s?[2二两]\s?个月", "bi-?monthly|every other month"),
        (r"每\s?[2二两]\s?周", "fortnight|bi-?weekly|every other week"),
        (r"隔[日天周月年]|每\s?[2二两]\s?[日天]", "every other|alternate|on alternate"),
    )
)
"""Intervals that English has a word for: 每2年1次 is biennial."""
_PER_DOSE = _Custom(re.compile(r"(?<![\d.每日天周月])1\s?次(?=\s?\d)"), re.compile(""))
"""What is taken at one time, which English says with the dose alone: 1次0.5 g，1日2次."""
_EACH_TIME = tuple(
    _Custom(
        re.compile(rf"每个?{time}(?=\D)[^，。；、\d]{{1,6}}1\s?次"), re.compile(rf"\b(?:{english})\b", re.IGNORECASE)
    )
    for time, english in (
        ("小时", "hourly|(?:every|each|per|an) hour"),
        ("[日天]", "daily|(?:every|each|per|a) day"),
        ("周", "weekly|(?:every|each|per|a) week"),
        ("月", "monthly|(?:every|each|per|a) month"),
        ("年", "yearly|annual(?:ly)?|(?:every|each|per|a) year"),
    )
)
"""Once in each time, as Chinese says with a verb between: 每小时测量1次 is hourly."""
_AT_INTERVALS = _Custom(
    re.compile(r"每(?:隔|间隔)?\s?\d+\s?[~～\-–—至到]\s?\d+\s?(?:个月|[周天日月年dh]|小时)[^，。；、\d]{0,6}1\s?次"),
    re.compile(r"\bintervals?\b|\bapart\b|\bevery\b", re.IGNORECASE),
)
_LAST_ONE = _Custom(
    re.compile(
        r"(?:最后|最近|最初|过去|此前|近|前|头|后|首)\s?[1一]\s?(?:个?(?:月|年|周|天|日|小时|学期|季度)|h|d)(?![\d.])"
    ),
    re.compile(
        r"\b(?:last|final|past|previous|prior|preceding|recent|first|initial|next|following|subsequent) "
        r"(?:month|year|week|day|hour|semester|quarter)\b",
        re.IGNORECASE,
    ),
)
"""A single time that English says without its number: 最后1个月 is *the last month*."""
_EXTRA_DAYS = _Custom(re.compile(r"(?<=\d )[0-6]/7(?=[ ,-])"), re.compile(r"周\s?\+?|\d\s?\+\s?\d"))
"""The days beyond whole weeks of pregnancy, as English writes them: *27 6/7 weeks* for 27周+6 or 27+6周."""
_TALL = _Custom(
    re.compile(r"纵横比\s?(?:[>＞≥]|大于)\s?1(?![.\d])"), re.compile(r"\btaller[ -]than[ -]wide", re.IGNORECASE)
)
"""How thyroid nodules are described."""
_AMBULANCE = _Custom(
    re.compile(r"(?<![\d.])120(?=送|急救|救护|转运|接诊|出诊|车)|(?<=[拨叫])打?\s?120(?!\d)"),
    re.compile(r"\b(?:ambulances?|emergency|paramedics?|EMS)\b", re.IGNORECASE),
)
"""The number that calls an ambulance in China."""
_NS = _Custom(
    re.compile(r"(?<![A-Za-z])[Pp]\s?[>＞≥]\s?0?\.05"), re.compile(r"(?<![A-Za-z])[Pp]?\s?[=:]?\s?(?:NS|n\.s\.)")
)
"""A P value that is only told not to be significant: P=NS."""
_LATELY: dict[Lang, re.Pattern[str]] = {
    "en": re.compile(
        rf"\b(?:past|last|recent|previous|preceding|the|these|those|over|during|in|an?) "
        rf"(?P<years>{_EN_COUNT}|\d+)(?: years\b|[- ]year (?:study |observation |surveillance )?period\b)",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        r"(?:近|过去|最近|既往|前|(?=[\d二三四五六七八九十]{1,3}\s?年[间来]))\s?(?P<years>[二三四五六七八九十]|\d+)\s?年"
    ),
}
_HAN = {numeral: k for k, numeral in enumerate("一二三四五六七八九十", 1)}
_FROM_TO = re.compile(rf"(?P<from>{_YEARS})(?:\s?年)?(?:\s?[-–—~～至]+\s?| to | through )(?P<to>{_YEARS})(?:\s?年)?")
_CUSTOMS: dict[Lang, tuple[_Custom, ...]] = {
    "en": (_PATIENT, _GROUPS, _SEVERAL, _EXTRA_DAYS, _PERIOD, _SALINE, _NS, _ACUPOINT),
    "zh": (
        _ZH_GROUPS,
        _COMPARED,
        _ZH_PERIOD,
        _ZH_SALINE,
        _NS,
        _PER_DOSE,
        _AT_INTERVALS,
        _LAST_ONE,
        _TALL,
        _AMBULANCE,
        *_EACH_TIME,
        *_INTERVALS,
    ),
}
_KINDS = re.compile(
    rf"\b(?P<number>{_EN_COUNT})\b(?: [\w-]+){{0,2}} (?:types?|kinds?|categories|classes|grades|levels|forms|subtypes|"
    r"patterns|stages|phases|parts|steps|dimensions|domains|aspects|items)\b[^:.;]{0,60}:(?P<list>[^.;]{3,300})",
    re.IGNORECASE,
)
"""A count of what is listed behind a colon, which the other language may leave to its list."""
_UNIT_DEFINED = re.compile(r"[(（]\s?1\s?[A-Za-zμµ]+\s?[=＝≈]\s?\d[\d.]*\s?[A-Za-zμµ]+[^()（）]{0,8}[)）]")
"""What another unit comes to, which Chinese journals want at its first use: （1 mmHg=0.133 kPa）."""
_SHARE = re.compile(r"(?P<percent>\d+(?:\.\d+)?)\s?[%％]\s?[(（](?P<part>\d+)\s?/\s?(?P<all>\d+)[)）]")


def dispensable(text: str, other: str, lang: Lang) -> Iterator[Span]:
    """Yield the stretches of a text whose numbers the other text need not have.

    >>> [span.text for span in dispensable("The three groups were compared.", "多组间比较采用方差分析。", "en")]
    ['three groups']
    """
    for custom in _CUSTOMS[lang]:
        if custom.instead.search(other):
            yield from (Span.of(text, *found.span()) for found in custom.given.finditer(text))
    for found in _DIVIDED.finditer(text) if lang == "zh" else ():
        if _lists_groups(other, int(found["number"])):
            yield Span.of(text, *found.span())
    for found in _KINDS.finditer(text) if lang == "en" else ():
        if _counted(found["number"]) == 1 + len(_LISTING.findall(_BRACKETS.sub("", found["list"]))):
            yield Span.of(text, *found.span("number"))
    yield from (Span.of(text, *found.span()) for found in _UNIT_DEFINED.finditer(text))
    yield from (Span.of(text, *found.span()) for found in _SHARE.finditer(text) if _says_share(other, found))
    for found in _TOTAL[lang].finditer(text):
        if int(found["one"]) + int(found["two"]) == int(found["all"]):
            yield Span.of(text, *found.span("all"))


def _counted(number: str) -> int:
    return int(number) if number.isdecimal() else numerals.CARDINALS[number.lower()]


def lately(text: str, other: str, lang: Lang) -> Iterator[Span]:
    """Yield the stretches that tell of a time by its years where the other text tells how long it was, or the reverse.

    >>> [span.text for span in lately("Rates rose over the past five years.", "2015—2020年发病率上升。", "en")]
    ['past five years']
    """
    yield from _as_long(_LATELY[lang].finditer(text), _FROM_TO.finditer(other))
    yield from _as_long(_FROM_TO.finditer(text), _LATELY[other_lang(lang)].finditer(other))


def _as_long(ones: Iterator[re.Match[str]], others: Iterator[re.Match[str]]) -> Iterator[Span]:
    lengths = {length for other in others for length in _years(other)}
    yield from (Span(*one.span(), one.group()) for one in ones if lengths & _years(one))


def _years(found: re.Match[str]) -> set[int]:
    """Return how many years a stretch may tell of: both years of a range may be counted."""
    if "from" in found.groupdict():
        between = int(found["to"]) - int(found["from"])
        return {between, between + 1}
    said = found["years"]
    return {_HAN[said] if said in _HAN else _counted(said)}


def _says_share(other: str, found: re.Match[str]) -> bool:
    """Whether a text says a share as its part and the percentage, so that the whole can be reckoned.

    >>> _says_share("It was seen in 12 (24%) women.", _SHARE.search("发生率为24%（12/50）"))
    True
    """
    right = int(found["all"]) and abs(100 * int(found["part"]) / int(found["all"]) - float(found["percent"])) < 1
    said = (re.search(rf"(?<![\d.]){re.escape(found[name])}(?![\d.]\d|\d)", other) for name in ("part", "percent"))
    return bool(right) and all(said)


def _lists_groups(english: str, number: int) -> bool:
    """Whether people are allocated to that many groups: by the ratio, or else as far as the list of them may go.

    >>> text = "Women were allocated 1:1:1 to continue the drug (20 mg), halve the dose, or stop."
    >>> [number for number in range(2, 6) if _lists_groups(text, number)]
    [3]
    """
    found = _ALLOCATED.search(_BRACKETS.sub("", english))
    if not found:
        return False
    if ratio := _RATIO.search(found["before"]):
        return len(re.findall(r"\d+", ratio.group())) == number
    return number <= 1 + len(_LISTING.findall(found["groups"]))
