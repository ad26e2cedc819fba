"""Units of measure behind a figure, in the ways that English and Chinese write them.

A unit is what it measures and how much: mg and 毫克 are the same mass, a thousandth of g and 克. Compound units are
read factor by factor, so that `mg·kg-1·d-1`, mg/kg/d and 毫克/千克/天 are one unit.
"""

from __future__ import annotations

import math
import re
from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

from aligner.model import Lang

Dims = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Factor:
    """One part of a unit: what it measures, to which power, and how much that is in base units."""

    dimension: str
    power: int
    size: Fraction

    def to(self, power: int) -> Factor:
        """Raise it to a power."""
        return Factor(self.dimension, self.power * power, self.size**power)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit where it stands in a text.

    `sure` is False where the letters often mean something else, as in `5 m` or 5日.
    """

    factors: tuple[Factor, ...]
    start: int
    end: int
    sure: bool = True

    @property
    def dims(self) -> Dims:
        """What it measures: each dimension with its power, one by one, so that mg/kg is no mere number."""
        return tuple(sorted((factor.dimension, factor.power) for factor in self.factors))

    @property
    def size(self) -> Fraction:
        """How much it is, in the base units of its dimensions."""
        return math.prod((factor.size for factor in self.factors), start=Fraction(1))

    def like(self, other: Unit) -> bool:
        """Whether both measure the same thing in the same size."""
        return self.dims == other.dims and self.size == other.size


_PREFIXES = {"": 0, "k": 3, "M": 6, "G": 9, "m": -3, "μ": -6, "n": -9, "p": -12, "f": -15, "c": -2, "d": -1, "h": 2}
_EN_PREFIXES = {"": "", "k": "kilo", "M": "mega", "m": "milli", "μ": "micro", "n": "nano", "p": "pico", "c": "centi",
                "d": "deci", "f": "femto", "G": "giga", "h": "hecto"}  # fmt: skip
_ZH_PREFIXES = {"": ("",), "k": "千", "M": "兆", "m": "毫", "μ": "微", "n": "纳奈納", "p": "皮", "c": "厘", "d": "分",
                "f": "飞", "G": "吉", "h": "百"}  # fmt: skip
_PREFIXED = """
    g   | k m μ n p f   | mass       | 1 | 1      | gram gramme        | 克 公克
    L   | m μ n d c p f | length     | 3 | 1/1000 | litre liter        | 升 公升
    l   | m μ n d c p f | length     | 3 | 1/1000 |                    |
    m   | k d c m μ n   | length     | 1 | 1      | metre meter        | 米
    mol | k m μ n p f   | amount     | 1 | 1      | mole               | 摩尔 摩
    Gy  | c m           | dose       | 1 | 1      | gray               | 戈瑞
    Sv  | m μ           | equivalent | 1 | 1      | sievert            | 西弗 希沃特
    Bq  | k M G         | decays     | 1 | 1      | becquerel          | 贝可 贝克勒尔
    Ci  | m μ n         | curie      | 1 | 1      | curie              | 居里
    Pa  | k M h         | pressure   | 1 | 1      | pascal             | 帕 帕斯卡
    Hz  | k M G         | frequency  | 1 | 1      | hertz              | 赫 赫兹
    cal | k             | energy     | 1 | 4.184  | calorie            | 卡 卡路里
    J   | k m M         | energy     | 1 | 1      | joule              | 焦 焦耳
    V   | k m μ         | voltage    | 1 | 1      | volt               | 伏 伏特
    W   | k m M         | power      | 1 | 1      | watt               | 瓦 瓦特
    A   | m μ           | current    | 1 | 1      | ampere             | 安培
    T   | m             | field      | 1 | 1      | tesla              | 特斯拉
    Da  | k             | molecule   | 1 | 1      | dalton             | 道尔顿
    Eq  | m             | charge     | 1 | 1      |                    | 当量
    osm | m             | osmotic    | 1 | 1      | osmole             | 渗量
    s   | m μ n         | time       | 1 | 1      | second sec         | 秒 秒钟
    U   | k m μ M       | activity   | 1 | 1      | unit international_unit | 单位 个单位 国际单位 个国际单位
    IU  | k m μ M       | activity   | 1 | 1      |                    |
    bp  | k M           | base pair  | 1 | 1      | base_pair          | 碱基对 个碱基对
"""
_PLAIN = """
    min mins minute            | 分钟 分鐘           | time     | 1 | 60
    h hr hour                  | 小时 小時 个小时 钟头 个钟头 | time | 1 | 3600
    d day                      | 天 昼夜 日龄 天龄   | time     | 1 | 86400
    wk week                    | 周 週 星期 个星期 礼拜 周龄 | time | 1 | 604800
    month mos                  | 个月 個月 月龄      | month    | 1 | 1
    yr year                    | 年 岁 周岁 歲       | month    | 1 | 12
    decade                     |                     | month    | 1 | 120
    mmHg mm_Hg millimetres_of_mercury millimeters_of_mercury | 毫米汞柱 毫米水银柱 | pressure | 1 | 133.322
    cmH2O cmH₂O cm_H2O centimetres_of_water centimeters_of_water | 厘米水柱 | pressure | 1 | 98.0665
    atm atmosphere             | 大气压 个大气压 标准大气压 | pressure | 1 | 101325
    psi                        |                     | pressure | 1 | 6894.757
    °C ℃ degrees_Celsius degree_Celsius degrees_centigrade degrees_C | 摄氏度 | Celsius | 1 | 1
    °F ℉ degrees_Fahrenheit degrees_F | 华氏度       | Fahrenheit | 1 | 1
    ° degree                   | 度                  | angle    | 1 | 1
    lb pound                   | 磅                  | mass     | 1 | 453.59237
    oz ounce                   | 盎司                | mass     | 1 | 28.349523125
    t tonne ton                | 吨 公吨             | mass     | 1 | 1000000
                               | 公斤                | mass     | 1 | 1000
                               | 斤                  | mass     | 1 | 500
    inch inches                | 英寸 吋             | length   | 1 | 0.0254
    ft foot feet               | 英尺 呎             | length   | 1 | 0.3048
    mi mile                    | 英里 哩             | length   | 1 | 1609.344
                               | 公里                | length   | 1 | 1000
                               | 公分                | length   | 1 | 1/100
                               | 公尺                | length   | 1 | 1
    acre                       | 英亩                | length   | 2 | 4046.8564224
    ha hectare                 | 公顷                | length   | 2 | 10000
    hm                         |                     | length   | 1 | 100
                               | 亩                  | length   | 2 | 2000/3
    cc                         |                     | length   | 3 | 1/1000000
                               | 大卡                | energy   | 1 | 4184
    dB decibel                 | 分贝                | loudness | 1 | 1
    bpm rpm                    |                     | time     | -1 | 1/60
    % percent per_cent         |                     | percent  | 1 | 1
    percentage_point percent_point | 个百分点 百分点 | percentage point | 1 | 1
    ‰ per_mille                |                     | percent  | 1 | 1/10
"""
_SPEEDS = {"mph": "1609.344", "kph": "1000", "kn": "1852", "knot": "1852", "knots": "1852"}
_MOLAR = {"M": 0, "mM": -3, "μM": -6, "µM": -6, "uM": -6, "nM": -9, "pM": -12}
_ELSEWHERE = {"日": ("time", 86400), "月": ("month", 1), "w": ("time", 604800), "y": ("month", 12), "mo": ("month", 1),
              "F": ("Fahrenheit", 1)}  # fmt: skip
_AFTER_SLASH = {"分": ("time", 60), "时": ("time", 3600), "a": ("month", 12), "次": ("dose", 1), "dose": ("dose", 1),
                "time": ("dose", 1), "HPF": ("view", 1), "hpf": ("view", 1), "高倍视野": ("view", 1)}  # fmt: skip
_OFTEN_ELSE = frozenset(
    "m s l A T V W U J M F t w y mo ° degree degrees ton tons second unit units pound pounds 日 月 度 单位 卡".split()  # noqa: SIM905 - a table of words is read as such
)
"""What means other things as well: 5 m is five metres or minutes, 5日 a date, pounds are money."""

_ANY_CASE = frozenset("mg kg ug µg ml dl cm mm km iu mol".split())  # noqa: SIM905 - a table

Atom = tuple[Factor, ...]


def _symbols_and_names() -> tuple[dict[str, Atom], dict[str, Atom], dict[str, Atom]]:
    """Return what every symbol, English name and Chinese name stands for."""
    symbols, english, chinese = dict[str, Atom](), dict[str, Atom](), dict[str, Atom]()
    for symbol, prefixes, dimension, power, size, en, zh in _rows(_PREFIXED):
        for prefix in ("", *prefixes.split()):
            atom = (Factor(dimension, int(power), Fraction(size) * Fraction(10) ** _PREFIXES[prefix]),)
            for sign in ("μ", "µ", "u", "mc") if prefix == "μ" else (prefix,):
                symbols[sign + symbol] = atom
            english |= _plurals((_EN_PREFIXES[prefix] + name.replace("_", " ") for name in en.split()), atom)
            chinese |= {p + name: atom for name in zh.split() for p in _ZH_PREFIXES[prefix]}
    for en, zh, dimension, power, size in _rows(_PLAIN):
        atom = (Factor(dimension, int(power), Fraction(size)),)
        english |= _plurals((name.replace("_", " ") for name in en.split()), atom)
        symbols |= {name: atom for name in en.split() if len(name) < 5 or name.startswith("cmH")}
        chinese |= dict.fromkeys(zh.split(), atom)
    for symbol, exponent in _MOLAR.items():
        symbols[symbol] = Factor("amount", 1, Fraction(10) ** exponent), Factor("length", -3, Fraction(1000))
    for symbol, metres in _SPEEDS.items():
        symbols[symbol] = Factor("length", 1, Fraction(metres)), Factor("time", -1, Fraction(1, 3600))
    for name, (dimension, seconds) in _ELSEWHERE.items():
        (symbols if name.isascii() else chinese)[name] = (Factor(dimension, 1, Fraction(seconds)),)
    return symbols, english, chinese


def _plurals(singular: Iterable[str], atom: Atom) -> dict[str, Atom]:
    names = tuple(singular)
    several = (f"{name}s" for name in names if len(name) > 2 or name in ("hr", "wk", "yr", "lb"))
    return dict.fromkeys((*names, *several), atom)


def _is_time(atom: Atom) -> bool:
    return atom[0].dimension in ("time", "month")


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


class _Reader:
    """Reads the units of one language."""

    def __init__(self, lang: Lang) -> None:
        symbols, english, chinese = _symbols_and_names()
        self.words = english.keys() - symbols.keys() if lang == "en" else chinese.keys()
        self.atoms = symbols | (english if lang == "en" else chinese)
        self.names: dict[Atom, str] = {}
        for name, atom in (chinese | symbols if lang == "zh" else symbols).items():
            self.names.setdefault(atom, name)
        if lang == "en":
            longest_last = sorted(english.items(), key=lambda item: len(item[0]))
            self.names |= {atom: name for name, atom in longest_last if _is_time(atom)}
        self.folded: dict[str, Atom] = {}
        for name, atom in self.atoms.items():
            self.folded.setdefault(name.lower(), atom)
        after_slash = {name: (Factor(d, 1, Fraction(size)),) for name, (d, size) in _AFTER_SLASH.items()}
        self.below = self.atoms | after_slash
        self.gap = re.compile("(?:st|nd|rd|th)?[ \u00a0\u202f-]?(?:of an? )?" if lang == "en" else r"\s?[多余餘]?\s?")
        self.in_any_case = {name for name in self.folded if len(name) > 3 or name in _ANY_CASE}

    def more(self, text: str, end: int) -> tuple[Atom, int]:
        """Return what a unit is multiplied with and divided by, and where it ends."""
        factors: Atom = ()
        within = False
        while link := _OVER.match(text, end) or (_DOT if within else _TIMES).match(text, end):
            over = within or ("·" not in link.group() and _OVER.match(text, end) is not None)
            at = link.end()
            within = within or (over and text[at : at + 1] == "(")
            read = self.factor(text, at + (text[at : at + 1] == "("), below=over)
            if not read:
                break
            factors += tuple(factor.to(-1) if over else factor for factor in read[0])
            end = read[1]
        return factors, end + (within and text[end : end + 1] == ")")

    def factor(self, text: str, at: int, *, below: bool) -> tuple[Atom, int] | None:
        """Return the simple unit that stands here, with its power, and where it ends."""
        some = _OF_SOME.match(text, at) if below else None
        at = some.end() if some else at
        raised = _RAISED.match(text, at)
        start = raised.end() if raised else at
        exact = self.below if below else self.atoms
        name = _longest(exact, text, start) or _longest(self.in_any_case, text.lower(), start)
        if not name:
            return None
        end = start + len(name)
        atom = exact.get(text[start:end]) or self.folded[name.lower()]
        power = (2 if raised.group()[0] in "sS平" else 3) if raised else 1
        if name.isascii() and (exponent := _POWER.match(text, end)):
            digit = int((exponent["below"] or exponent["above"]).translate(_SUPERSCRIPTS))
            power, end = power * (-digit if exponent["over"] else digit), exponent.end()
        factors = tuple(factor.to(power) for factor in atom)
        if some and len(some.group(1)) > 1 and some.group(1).isdigit():
            factors = (replace(factors[0], size=factors[0].size * int(some.group(1))), *factors[1:])
        return factors, end


def _longest(names: Container[str], text: str, at: int) -> str:
    """Return the longest of some names that stands here, a Latin one with no letter behind it; empty for none."""
    for end in range(min(at + _LONGEST_NAME, len(text)), at, -1):
        inside_word = _is_latin(text[end - 1]) and text[end : end + 1].isascii() and text[end : end + 1].isalpha()
        if not inside_word and text[at:end] in names:
            return text[at:end]
    return ""


def _is_latin(char: str) -> bool:
    return char.isalpha() and char < "\u2e80"


_LONGEST_NAME = 24
_RAISED = re.compile("square |cubic |平方|立方", re.IGNORECASE)
_COUNTED = re.compile(
    r"(?:cells?|copies|beats?|breaths?|times|episodes|events|cases|个|次|例|转|拷贝|细胞|r)(?=\s?/| per |每)"
)
_THOUSAND = r"(?:1[,，]?\s?000|thousand|千)(?![,，]?\d|\s\d{3})"
_PER_THOUSAND = re.compile(
    r"(?:(?: [a-z]{3,}){1,2}|\s?(?:例次|人次|[例次名人]))?(?:\s?/\s?| (?:per|in every) (?:a |one )?)"
    rf"{_THOUSAND}(?!\s?(?:[mk]?[Ll]|k?g|k?cal|[ck]?m)\b)"
)
_OF_THOUSAND = re.compile(
    rf"(?:每\s?{_THOUSAND}[^，。；、,;\d]{{0,12}}(?:\d+(?:\.\d+)?\s?[例名人次]{{0,2}}[、和与及比至～-]){{0,4}}"
    rf"|\b(?:[Ff]or|[Oo]f) (?:every|each) {_THOUSAND}(?: [A-Za-z-]+){{1,4}}[ ,]{{1,2}})$"
)
"""What says behind a figure, or before it, that it is a share of a thousand: 8.1/1 000人年, 每1 000人年8.1例."""
_REACH = 40
PER_MILLE = (Factor("percent", 1, Fraction(1, 10)),)
_OVER = re.compile(
    r"\s?/\s?|,? per | an? (?=day|week|month|year|hour|minute)|每(?=千克|公斤|[毫分微]?升|平方|立方|分钟|小时|kg|m?L)"
)
_TIMES = re.compile(r"\s?[·•⋅∙.*]\s?(?:1\.73\s?)?(?=[A-Za-zμµ]+[-⁻^])| (?=[A-Za-zμµ]{1,3}[-⁻][123¹²³](?!\d))")
_DOT = re.compile(r"\s?[·•⋅∙.*]\s?")
_OF_SOME = re.compile(r"(1\.73|100|10)\s?(?=[A-Za-zμµ毫升平])")
_POWER = re.compile(
    r"(?:(?:\^\(?)?|\s(?=⁻?[¹²³]))(?:(?P<over>[-⁻])(?P<below>[123¹²³])(?!\s?(?:[dhwy]|days|hours|weeks|[天周个年小])(?![A-Za-z-]))"
    r"|(?P<above>[123¹²³]))\)?(?!(?!\.1\.73)\.?\d)"
)
_SUPERSCRIPTS = str.maketrans("¹²³", "123")
_NO_UNIT = re.compile(
    r"年[级代份]|年\s?\d{1,2}\s?月|周[边围期年](?<!周岁)|天[使然]|日本|度[假房]|克[拉隆罗林里雷]|摩尔根|米[兰粉索奇]|升[高降至级]|分[别组为类]|分[升降][至到高为低了]|月\s?\d{1,2}\s?日|s(?<=\d0s)|C"
)


def unit_at(text: str, at: int, lang: Lang) -> Unit | None:
    """Return the unit that stands behind a figure which ends at `at`; `text` has plain signs, see `Canvas`.

    >>> [unit_at(text, 1, "zh").like(unit_at("5 mg/kg", 1, "en")) for text in ("5毫克/千克", "5 mg·kg-1", "5 μg/kg")]
    [True, True, False]
    """
    reader = _reader(lang)
    if share := _PER_THOUSAND.match(text, at):
        factors, end = reader.more(text, share.end())
        return Unit((*PER_MILLE, *factors), at + (text[at : at + 1] == " "), end)
    start = reader.gap.match(text, at).end()  # type: ignore[union-attr]  # it matches nothing as well
    if _NO_UNIT.match(text, start):
        return None
    counted = _COUNTED.match(text, start)
    first = None if counted else reader.factor(text, start, below=False)
    if not first and not _OVER.match(text, counted.end() if counted else at):
        return None
    factors, end = (first[0], first[1]) if first else ((), counted.end() if counted else at)
    more, end = reader.more(text, end)
    sure = bool(more) or text[start:end] not in _OFTEN_ELSE
    return Unit((*factors, *more), start, end, sure) if factors or more else None


def per_thousand_before(text: str, start: int) -> Unit | None:
    """Return the share of a thousand that is said before the figure which starts at `start`.

    >>> per_thousand_before("每1 000人年8.1例", 8).like(unit_at("8.1‰", 3, "zh"))
    True
    """
    found = _OF_THOUSAND.search(text, max(0, start - _REACH), start)
    return Unit(PER_MILLE, *found.span()) if found else None


@cache
def _reader(lang: Lang) -> _Reader:
    return _Reader(lang)


def unit_name(unit: Unit, text: str, lang: Lang) -> str | None:
    """Return how a language writes a unit of a text: as it stands there in letters and signs, else by its name.

    >>> text = "10毫克"
    >>> unit_name(unit_at(text, 2, "zh"), text, "en"), unit_name(unit_at("5 weeks", 1, "en"), "5 weeks", "zh")
    ('mg', '周')
    """
    written = text[unit.start : unit.end]
    if unit.factors == PER_MILLE:
        return "‰"
    if written.lower() not in _reader("en").words and not any(char > "\u2e80" for char in written):
        return written
    return _reader(lang).names.get(unit.factors)
