"""What stands together in a clause of the source and apart in the translation, crosswise.

Each text is cut into clauses, and what both have (groups and sides, changes, terms, numbers, names, words of the
dictionary) is looked for in them. Two things of a kind in two clauses, of which either stands with what the other one
stands with in the source, have changed places. One link that is wrong makes no cross: it takes two.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aligner.checks._links import links
from aligner.checks._opposites import Opposition, Pole
from aligner.model import Context, Lang, Match, Pair, Span
from aligner.text.numbers import numbers

_SHARE = 0.1  # the least share of a rendering that links
_CLEAR = 5  # how many times likelier a link is than any other
_YEARS = 1900, 2100
_CLAUSE: dict[Lang, re.Pattern[str]] = {
    "en": re.compile(r"[;:!?()]|(?<!\d),|,(?!\d)|\.(?=\s|$)|\b(?:but|while|whereas|although|though)\b", re.IGNORECASE),
    "zh": re.compile(r"[，；。：？！（）();:]|(?<!\d),|,(?!\d)|\.(?=\s|$)|(?<!反)而(?!且|非|不)|但是?"),
}
_JOINED: dict[Lang, re.Pattern[str]] = {
    "en": re.compile(r"\band\b", re.IGNORECASE),
    "zh": re.compile("、|(?<!达)及|(?<!缓)和|与"),
}
"""What may stand between two clauses, and what more often stands between two words of one."""
_BESIDE = re.compile(
    r"(?:\s|[、,/和与及或至的-]|以及|\d+|\b(?:and|or|to|the|of|in|both|than|(?:hour|day|week|month|year)s?)\b)*",
    re.IGNORECASE,
)
"""Between two that are named in one breath: *before and 6 months after surgery*."""
_IN_ORDER = re.compile(r"\brespectively\b|\bin turn\b|分别|依次", re.IGNORECASE)
"""Here what stands first goes with what stands first, wherever the clauses end."""
_NAME = re.compile(r"(?<![A-Za-z0-9])(?=[A-Za-z0-9]*[A-Z])[A-Za-z][A-Za-z0-9]+(?:[-/+][A-Za-z0-9]+)*\+?(?![A-Za-z0-9])")

_LIGHT = frozenset(("give", "have", "includ", "make", "perform", "receiv", "take", "undergo", "use"))
"""Words that say what the words beside them say."""

_SIDE = r"(?:side|limb|eye|ear|knee|hip|leg|arm|foot|hand|shoulder)s?\b"
_GROUP = "(?:group|arm|cohort|patients|animals|rats|mice)"


def _two(one: tuple[str, str], other: tuple[str, str]) -> Opposition:
    return Opposition((Pole(*one), Pole(*other)))


_CONTRASTS = (
    _two((r"(?:males?|m[ea]n|boys?)\b", "男"), (r"(?:females?|wom[ea]n|girls?)\b", "女")),
    _two(
        (r"(?:controls?|placebo)\b", "对照|安慰剂"),
        (
            rf"(?:treatment|treated|experimental|intervention|observation|study|test|trial) {_GROUP}",
            "(?:治疗|试验|实验|干预|观察|研究)组",
        ),
    ),
    _two((r"left\b(?! (?:the|hospital|untreated|over))", "左"), (r"right\b", "右")),
    _two(
        (rf"(?:healthy|unaffected|uninvolved|contralateral|sound) {_SIDE}", "健侧|对侧"),
        (rf"(?:affected|injured|paretic|ipsilateral|diseased) {_SIDE}", "患侧|病侧|伤侧"),
    ),
    _two(("systol", "收缩"), ("diastol", "舒张")),
    _two((r"(?:\w+-)?positiv", "阳性|（[+＋]）"), (r"(?:\w+-)?negativ", "阴性|（[-－−]）")),
    _two(
        (
            r"(?:increas|rise\b|rose\b|risen|rising|elevat|higher|raised|up-?regulat|greater|improv|enhanc)",
            "增[加高多强长大]|升高|上升|提高|上调|高于|[更较]高|改善|好转",
        ),
        (
            r"(?:decreas|reduc|declin|fell\b|fall(?:s|en|ing)?\b|drop|lower(?:ed|s)?\b(?! limb| extrem)|down-?regulat"
            r"|less\b|fewer|wors|deteriorat|aggravat)",
            "减[少低小轻弱]|降低|下降|下调|低于|[更较]低|恶化|加重",
        ),
    ),
    _two((r"(?:highest|greatest|largest)\b", "最[高大多]"), (r"(?:lowest|smallest)\b", "最[低小少]")),
    _two(("abnormal", "异常|不正常"), ("normal", "(?<!不)正常")),
    _two(("benign", "良性"), ("malignan", "恶性")),
    _two(("acute", "急性"), ("chronic", "慢性")),
    _two(("mild", "轻度"), ("severe", "重度|严重")),
    _two((r"early\b", "早期"), (r"(?:late|advanced)\b", "晚期")),
    _two((r"(?:before|pre-?\w+|prior to)\b", "(?<!以)前(?![列臂壁降])"), (r"(?:after|post-?\w+)\b", "后(?![代壁])")),
    _two((r"(?:weekly|every week)\b", "每周"), (r"(?:monthly|every month)\b", "每个?月")),
    _two((r"(?:daily|every day)\b", "每[日天]"), (r"(?:weekly|every week)\b", "每周")),
    _two((r"(?:monthly|every month)\b", "每个?月"), (r"quarterly\b", "每个?季度?")),
    _two(("primary", "主要|原发"), ("secondary", "次要|继发")),
    _two(("sensitiv", "敏感|灵敏"), ("specific", "特异")),
    _two((r"sensitiv", "敏感"), ("resistan", "耐药|抵抗")),
    _two(("arter", "动脉"), (r"(?:vein|venous)", "(?<!动)静脉")),
    _two(("donor", "供[者体]"), ("recipient", "受[者体](?!试)")),
    _two(("child", "儿童|患儿"), ("adult", "成[人年]")),
    _two((r"the former\b", "前者"), (r"the latter\b", "后者")),
    _two((r"(?:died|deaths?)\b", "死亡"), (r"surviv", "存活")),
    _two((r"(?:\w+ )?known\b", "已知|明确"), (r"unknown\b", "不明|未知")),
)
"""Two of which one may be taken for the other, and each has something said of it."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something that both texts have: of which kind, where it stands first, and the clauses that hold all of it."""

    kind: str
    source: Span
    target: Span
    clauses: tuple[int, int]

    @property
    def is_sure(self) -> bool:
        return self.kind != "word"


@dataclass(frozen=True, slots=True)
class Crossing:
    """Two things of a kind, and what each of them stands with in the source, and the other one in the translation."""

    things: tuple[Item, Item]
    companions: tuple[Item, Item]


def crossing(pair: Pair, context: Context) -> Crossing | None:
    """Return the first two things of a pair that have changed places.

    What is joined by *and* counts as a clause of its own, unless two terms are compared: *vaccines against A and B in
    mice* may be written with the mice first.
    """
    if _IN_ORDER.search(pair.source_text) or _IN_ORDER.search(pair.target_text):
        return None
    texts = _Texts(pair, context)
    contrasts = list(texts.contrasts())
    if not contrasts:
        return None
    items = [*texts.items, *texts.words()]
    for one, other in contrasts:
        found = _companions(one, other, items)
        if found and (one.kind != "term" or _companions(*texts.in_whole_clauses(one, other, items))):
            return Crossing((one, other), found)
    return None


def _companions(one: Item, other: Item, items: Sequence[Item]) -> tuple[Item, Item] | None:
    """Return what stands with one in the source and with the other in the translation, and the reverse."""
    (here, there), (below, above) = one.clauses, other.clauses
    with_one = [item for item in items if item.clauses == (here, above) and _may_tell(item, one)]
    with_other = [item for item in items if item.clauses == (below, there) and _may_tell(item, one)]
    return (with_one[0], with_other[0]) if with_one and with_other else None


def _may_tell(item: Item, thing: Item) -> bool:
    """Tell whether an item says where a thing belongs: words of the dictionary only where the two are opposites."""
    return thing.kind == "pole" or (item.is_sure and item.kind != thing.kind)


class _Texts:
    """The two texts of a pair, their clauses, and what both have."""

    def __init__(self, pair: Pair, context: Context):
        self.context = context
        self.texts = pair.source_text, pair.target_text
        self.langs = context.source_lang, context.target_lang
        self.bounds = [_bounds(text, lang, joined=True) for text, lang in zip(self.texts, self.langs, strict=True)]
        self.opposites: list[tuple[Item, Item]] = []
        self.drugs = {match.source.text for match in context.matches_of(pair) if match.source and match.term.drug}
        kinds = (self._poles(), self._terms(pair), self._numbers(), self._names())
        self.items = [item for kind in kinds if all(self.bounds) for item in kind]

    def contrasts(self) -> Iterator[tuple[Item, Item]]:
        """Yield two things of a kind that stand in different clauses of either text."""
        alike = (
            both
            for kind in ("term", "number")
            for both in itertools.combinations([item for item in self.items if item.kind == kind], 2)
        )
        for one, other in itertools.chain(self.opposites, alike):
            if one.kind == "term" and not self._are_peers(one, other):
                continue
            apart = one.clauses[0] != other.clauses[0] and one.clauses[1] != other.clauses[1]
            if apart and not self._side_by_side(one, other):
                yield one, other

    def _are_peers(self, one: Item, other: Item) -> bool:
        """Tell whether two terms name things of one kind: two drugs, or names with the same head, as two cancers."""
        if all(item.source.text in self.drugs for item in (one, other)):
            return True
        chinese = [(item.source if self.langs[0] == "zh" else item.target).text for item in (one, other)]
        return chinese[0][-1:] == chinese[1][-1:]

    def words(self) -> Iterator[Item]:
        """Yield words that the dictionary links without doubt, where nothing else stands."""
        lexicon = self.context.lexicon
        if lexicon is None:
            return
        found = links(*self.texts, self.langs[0], lexicon)
        taken = [[item.source for item in self.items], [item.target for item in self.items]]
        for i, j in found.partner.items():
            here, there = found.words[i], found.others[j]
            english, chinese = (here, there) if self.langs[0] == "en" else (there, here)
            shares = lexicon.renderings(chinese.key)
            others = (shares.get(word.key, 0) for word in (found.words if self.langs[0] == "en" else found.others)
                      if word.key != english.key)  # fmt: skip
            share = shares.get(english.key, 0)
            if share < _SHARE or max(others, default=0) * _CLEAR >= share or english.key in _LIGHT:
                continue
            if not any(
                span.start < word.start + len(word.key) and word.start < span.end
                for word, spans in zip((here, there), taken, strict=True)
                for span in spans
            ):
                places = [[(w.start, w.start + len(w.key)) for w in side if w.key == word.key]
                          for side, word in ((found.words, here), (found.others, there))]  # fmt: skip
                yield from self._item("word", *places)

    def in_whole_clauses(self, one: Item, other: Item, items: Sequence[Item]) -> tuple[Item, Item, list[Item]]:
        """Return the same with clauses that no *and* ends; things that share one then have nothing of their own."""
        bounds = [_bounds(text, lang, joined=False) for text, lang in zip(self.texts, self.langs, strict=True)]
        moved = [
            Item(item.kind, item.source, item.target, (bisect_right(bounds[0], item.source.start),
                                                       bisect_right(bounds[1], item.target.start)))
            for item in (one, other, *items)
        ]  # fmt: skip
        shared = any(a == b for a, b in zip(moved[0].clauses, moved[1].clauses, strict=True))
        return moved[0], moved[1], [] if shared else moved[2:]

    def _side_by_side(self, one: Item, other: Item) -> bool:
        """Tell whether two things are one, as *adults and children*, so that nothing is said of either alone."""
        both = (one.source, other.source), (one.target, other.target)
        return any(
            _BESIDE.fullmatch(text, min(a.end, b.end), max(a.start, b.start))
            for text, (a, b) in zip(self.texts, both, strict=True)
        )

    def _poles(self) -> Iterator[Item]:
        for opposition in _CONTRASTS:
            here = opposition.places(self.texts[0], self.langs[0])
            there = opposition.places(self.texts[1], self.langs[1]) if all(here) else ([], [])
            found = [item for k in (0, 1) for item in self._item("pole", here[k], there[k])]
            if len(found) == 2:  # both of the opposites
                self.opposites.append((found[0], found[1]))
                yield from found

    def _terms(self, pair: Pair) -> Iterator[Item]:
        places: dict[str, tuple[set[tuple[int, int]], set[tuple[int, int]]]] = defaultdict(lambda: (set(), set()))
        for match in self.context.matches_of(pair):
            here, there = places[match.term.id]
            if match.source:
                here.add((match.source.start, match.source.end))
            if match.target and not match.dropped and not _is_loose(match):
                there.add((match.target.start, match.target.end))
        for here, there in places.values():
            yield from self._item("term", sorted(here), sorted(there))

    def _numbers(self) -> Iterator[Item]:
        sides = []
        for text, lang in zip(self.texts, self.langs, strict=True):
            names = [match.span() for match in _NAME.finditer(text)]
            at = defaultdict(list)
            for number in numbers(text, lang):
                inside = any(start <= number.start < end for start, end in names) or text.startswith(
                    "未来", number.start
                )
                if number.values and not inside and not _YEARS[0] <= number.values[0] < _YEARS[1]:
                    at[number.values[0]].append((number.start, number.end))
            sides.append(at)
        yield from self._shared("number", *sides)

    def _names(self) -> Iterator[Item]:
        sides = []
        for text in self.texts:
            at = defaultdict(list)
            for match in _NAME.finditer(text):
                at[match.group()].append(match.span())
            sides.append(at)
        yield from self._shared("name", *sides)

    def _shared(
        self, kind: str, here: Mapping[Any, list[tuple[int, int]]], there: Mapping[Any, list[tuple[int, int]]]
    ) -> Iterator[Item]:
        for key in here:
            yield from self._item(kind, here[key], there.get(key, []))

    def _item(self, kind: str, here: Sequence[tuple[int, int]], there: Sequence[tuple[int, int]]) -> Iterator[Item]:
        """Yield an item where all that is there of it on either side stands in one clause."""
        clauses = [{bisect_right(bounds, start) for start, _ in places}
                   for bounds, places in zip(self.bounds, (here, there), strict=True)]  # fmt: skip
        if len(clauses[0]) == len(clauses[1]) == 1:
            spans = Span.of(self.texts[0], *here[0]), Span.of(self.texts[1], *there[0])
            yield Item(kind, *spans, (clauses[0].pop(), clauses[1].pop()))


def _is_loose(match: Match) -> bool:
    """Tell whether a rendering is only accepted, as an everyday word is that may as well belong to something else."""
    written = match.target.text.casefold() if match.target else ""
    return any(exception.casefold() == written for exception in match.term.exceptions)


def _bounds(text: str, lang: Lang, *, joined: bool) -> list[int]:
    """Return where the clauses of a text end."""
    marks = [m.start() for m in _CLAUSE[lang].finditer(text)]
    return sorted([*marks, *(m.start() for m in _JOINED[lang].finditer(text))]) if joined else marks
