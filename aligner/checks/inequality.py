"""A limit that is turned round, lost or added: `<` as `>`, at least as 不超过.

What it finds
    The same number compared in opposite directions on the two sides (critical); a sign, `at least`, `no more than`
    or the like that only one side has (major, minor for `more than` and 余); a limit that is included on one side and
    not on the other, as `<` and ≤ (major where a sign is concerned, minor between words). *Within 6 h* as 6 h后.

Why it matters
    P > 0.05 for P < 0.05 turns a result into its opposite, and 18岁以下 for `18 years or older` another group of
    patients.

What it leaves alone
    Words that leave the limit open: `over` and 以上 may or may not include the number, `within` and `up to` may be
    left out in Chinese. Words turned round by a negation: 不少于 is `at least`. Comparisons after a negation elsewhere
    in the clause, and those whose word stands on the other side away from the number.

How to fix it
    Write the comparison of the source.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from aligner.model import Context, Example, Hit, Lang, Pair, Rule, Severity, Span
from aligner.text.comparisons import Comparison, Direction, comparators
from aligner.text.quantities import Quantity, facing, quantities
from aligner.text.units import Dims

_Free = list[tuple[Direction, int]]
_NEAR = 24
_APART = 40
_VAGUE = re.compile(
    r"\b(?:elapse|reach|attain|limit|m[ai][xn]imum|most|least|cap|range|between|no longer|from|until|before|"
    r"prior|since|plus|only)"
    r"|满|达|限|最|范围|(?<![时期空])间|以?前|更|起|才|就|只|仅|已|尚|许多|大多",
    re.IGNORECASE,
)
_REACHED = re.compile(r"\b(?:reach|attain)(?:e[ds]|s|ing)?(?: (?:about|a|an|as much as))?\s?$|达到?\s?$", re.IGNORECASE)
"""Says of a bare number what ≥ does: `the dose reached 40 mg`."""
_SINCE = re.compile(r"\b(?:after|before|until|by) (?P<age>(?:the )?age (?:of )?)?$")
_OF_AGE = re.compile(r"[ -](?:day|week|month|year)s? (?:of age|old)\b")
_RATED = (
    re.compile(r"\b(?:better|worse|poorer) than(?: or equal to)? [-+−]?$|[优好差劣]于\s?[-+−]?$"),
    re.compile(r"(?:\s?[A-Za-zμ%/]+)?,? (?:or|and) (?:better|worse|poorer)\b|\s?[A-Z]{0,2}[及或]更[好差]"),
)
"""Before and behind a number, says that it limits what is rated; the scale tells whether above is better."""
_COORDINATED = re.compile(r"[^.;:。；：]{0,60}(?:\b(?:and|or)\b|[和与及或、])[^,.;:，。；：]{0,30}")
"""What joins two numbers that may have one comparison."""
_BREAK = re.compile(r"[,;.](?=\s)|[，；。]")
_WORDS: dict[tuple[Lang, Direction, bool], str] = {
    ("en", "above", False): "more than ",
    ("en", "above", True): "at least ",
    ("en", "below", False): "less than ",
    ("en", "below", True): "no more than ",
    ("zh", "above", False): "超过",
    ("zh", "above", True): "至少",
    ("zh", "below", False): "少于",
    ("zh", "below", True): "不超过",
}
_SIGNS: dict[tuple[Direction, bool], str] = {
    ("above", False): ">",
    ("above", True): "≥",
    ("below", False): "<",
    ("below", True): "≤",
}

_ZH_BEHIND = re.compile("(?:[及或和]其?)?[以之][上下内]|内")
_ADJECTIVES = {"older": "younger", "higher": "lower", "greater": "less", "larger": "smaller", "longer": "shorter",
               "heavier": "lighter", "thicker": "thinner", "wider": "narrower", "deeper": "shallower",
               "faster": "slower", "above": "below", "over": "under"}  # fmt: skip
_OTHER_ADJECTIVE = {**_ADJECTIVES, **{b: a for a, b in _ADJECTIVES.items()}}
_EN_ADJECTIVE = re.compile(rf"\b(?:{'|'.join(_OTHER_ADJECTIVE)})\b")


_UNITS: dict[Lang, str] = {
    "en": r"(?:s(?:ec(?:onds?)?)?|min(?:utes?)?|h(?:rs?|ours?)?|d(?:ays?)?|w(?:eeks?)?|months?|y(?:ears?)?)\b",
    "zh": "(?:s|秒|min|分钟|h|小时|d|[天日周年]|个?月)",
}
_WITHIN_TIME: dict[Lang, re.Pattern[str]] = {
    "en": re.compile(
        rf"\b(?:within|for up to) (?:the (?:first|last|next) )?(?P<n>\d+)[ -]?{_UNITS['en']}", re.IGNORECASE
    ),
    "zh": re.compile(rf"(?<![\d.～~—-])(?P<n>\d+)\s?{_UNITS['zh']}[以之]?内"),
}
_AFTER_TIME: dict[Lang, re.Pattern[str]] = {
    "en": re.compile(rf"\bafter (?P<n>\d+)[ -]?{_UNITS['en']}", re.IGNORECASE),
    "zh": re.compile(rf"(?<![\d.～~—-])(?P<n>\d+)\s?{_UNITS['zh']}[以之]?后"),
}


_TURNED = re.compile(
    r"\b(?:only|not|no|never|nor|none|until|avoid\w*|discard\w*|without|prohibit\w*|forbid\w*|refrain\w*)\b|n't|"
    "[不未无没勿禁弃避忌方才]|直[到至]",
    re.IGNORECASE,
)
"""What may make of *after* a *not within*."""


def _check(pair: Pair, context: Context) -> Iterator[Hit]:
    yield from _times(pair, context)
    yield from _numbers(pair, context)


def _times(pair: Pair, context: Context) -> Iterator[Hit]:
    """Yield what is to happen within so much time on one side, and after it on the other."""
    texts = (pair.source_text, context.source_lang), (pair.target_text, context.target_lang)
    if any(_TURNED.search(text) for text, _ in texts):
        return
    for kinds in ((_WITHIN_TIME, _AFTER_TIME), (_AFTER_TIME, _WITHIN_TIME)):
        (said, unsaid), (kept, written) = ([_timed(*side, kind) for kind in kinds] for side in texts)
        for number in said.keys() & written.keys() - unsaid.keys() - kept.keys():
            source, target = said[number], written[number]
            message = f"the source has “{source.text}”, the translation “{target.text}”, its opposite"
            yield Hit(message, source=source, target=target)


def _timed(text: str, lang: Lang, kind: dict[Lang, re.Pattern[str]]) -> dict[str, Span]:
    """Return the lengths of time that a text says something of, by their numbers."""
    return {found["n"]: Span.of(text, *found.span()) for found in kind[lang].finditer(text)}


def _numbers(pair: Pair, context: Context) -> Iterator[Hit]:
    texts = pair.source_text, pair.target_text
    langs = context.source_lang, context.target_lang
    sides = quantities(texts[0], langs[0]), quantities(texts[1], langs[1])
    if not any(q.comparison for side in sides for q in side):
        return
    free = [
        _free(text, own, other, lang) for text, own, other, lang in zip(texts, sides, sides[::-1], langs, strict=True)
    ]
    for ours, theirs in facing(*sides):
        lone, opposite = _lone(ours, theirs), _lone(theirs, ours)
        turned = next(((a, b) for a in lone for b in opposite if _against(a, b)), None)
        if turned:
            yield _reversed(*turned, texts, langs[1])
            continue
        bare = [q for q in _bare(ours, theirs) if not _has_share(q, sides[0], texts[0])]
        left = [q for q in _bare(theirs, ours) if not _has_share(q, sides[1], texts[1])]
        yield from _one_sided(lone, left, free, texts)
        yield from _one_sided(bare, opposite, free, texts)
        yield from _other_limit(ours, theirs, texts, langs[1])


def _has_share(bare: Quantity, side: Sequence[Quantity], text: str) -> bool:
    """Whether the word of an earlier number goes for one as well: *below 450 ms in men and 470 ms in women*."""
    return any(
        q.comparison
        and q.unit
        and bare.unit
        and q.unit.dims == bare.unit.dims
        and q.number.end < bare.number.start
        and _COORDINATED.fullmatch(text, q.number.end, bare.number.start)
        for q in side
    )


def _free(text: str, own: Sequence[Quantity], other: Sequence[Quantity], lang: Lang) -> _Free:
    """Return the words of comparison that belong to no number, or to a word that hardly is one."""
    keys = {q.key for q in other}
    taken = [q.comparison for q in own if q.comparison and (q.is_sure or q.key in keys)]
    return [(d, start) for d, start, end in comparators(text, lang) if not any(_overlaps(c, start, end) for c in taken)]


def _overlaps(comparison: Comparison, start: int, end: int) -> bool:
    return comparison.start < end and start < comparison.end


def _direction(quantity: Quantity) -> Direction | None:
    return quantity.comparison.direction if quantity.comparison else None


def _unmet(
    own: Sequence[Quantity], other: Sequence[Quantity], *alike: Callable[[Quantity, Quantity], bool]
) -> list[Quantity]:
    """Return what of one side has no partner on the other, those first paired that are the most alike."""
    unmet, left = list(own), list(other)
    for test in alike:
        for quantity in tuple(unmet):
            if partner := next((q for q in left if test(quantity, q)), None):
                unmet.remove(quantity)
                left.remove(partner)
    return unmet


def _same_direction(a: Quantity, b: Quantity) -> bool:
    return _direction(a) == _direction(b)


def _same_thing(a: Quantity, b: Quantity) -> bool:
    """Whether two numbers are compared in the same direction, and have the same unit."""
    return _same_direction(a, b) and (a.unit.dims if a.unit else None) == (b.unit.dims if b.unit else None)


def _lone(own: Sequence[Quantity], other: Sequence[Quantity]) -> list[Quantity]:
    """Return the compared numbers whose direction the other side has less often."""
    return [q for q in _unmet(own, other, _same_thing, _same_direction) if q.comparison]


def _bare(own: Sequence[Quantity], other: Sequence[Quantity]) -> list[Quantity]:
    """Return the numbers without a comparison that the other side has less often."""
    return [q for q in _unmet(own, other, _same_thing, _same_direction) if not q.comparison]


def _against(a: Quantity, b: Quantity) -> bool:
    """Whether two numbers of the same thing are compared in opposite ways."""
    said, there = a.comparison, b.comparison
    alike = _commensurate(a.unit.dims, b.unit.dims) if a.unit and b.unit else a.is_sure and b.is_sure
    if not said or not there or not alike or said.direction == there.direction:
        return False
    doubtful = (said.doubtful or there.doubtful) and not (said.denied and there.denied)
    if said.reaching or there.reaching:  # *up to* and 高达 may leave the limit open, *at least* does not
        doubtful = doubtful or not any(c.direction == "above" and c.inclusive and not c.is_sign for c in (said, there))
    return not doubtful and not (said.may_last and there.may_last)


def _commensurate(one: Dims, other: Dims) -> bool:
    """Whether two units are of the same thing, but that one may say besides per what: 25 mg and 25 mg per week."""
    shorter, longer = sorted((one, other), key=len)
    return longer[: len(shorter)] == shorter


def _reversed(a: Quantity, b: Quantity, texts: tuple[str, str], lang: Lang) -> Hit:
    spans = _span(a, texts[0]), _span(b, texts[1])
    message = f"“{spans[0].text}” has become “{spans[1].text}”, the opposite"
    return Hit(message, *spans, suggestion=_suggestion(a, b, texts[1], lang), severity="critical")


def _one_sided(
    source: Sequence[Quantity], target: Sequence[Quantity], free: list[_Free], texts: tuple[str, str]
) -> Iterator[Hit]:
    """Yield what is compared on one side only, unless the other side has words beside the number that may say it."""
    for a, b in zip(source, target, strict=False):
        compared = a if a.comparison else b
        comparison = compared.comparison
        bare, side = (b, 1) if compared is a else (a, 0)
        if not comparison or not (a.is_sure and b.is_sure) or _said_apart(comparison, bare, free[side], free[1 - side]):
            continue
        severity = _weight(comparison, added=compared is b)
        text = texts[side]
        if comparison.direction == "above" and comparison.inclusive and _REACHED.search(text, 0, bare.number.start):
            continue
        if (
            severity is None
            or comparison.doubtful
            or comparison.reaching
            or _is_rated(bare, text)
            or _says_since_age(bare, text)
            or (not comparison.is_sign and _says_otherwise(bare, text))
        ):
            continue
        spans = _span(a, texts[0]), _span(b, texts[1])
        what = (
            f"the limit of “{spans[0].text}” is lost"
            if compared is a
            else f"“{spans[1].text}” is a limit, “{spans[0].text}” none"
        )
        yield Hit(what, *spans, severity=severity)


def _said_apart(comparison: Comparison, bare: Quantity, here: _Free, there: _Free) -> bool:
    """Whether the side of a bare number has more such words than the other, and one of them not far from it."""
    ours, theirs = ([at for d, at in free if d == comparison.direction] for free in (here, there))
    return len(ours) > len(theirs) and any(abs(at - bare.number.start) < _APART for at in ours)


def _says_otherwise(quantity: Quantity, text: str) -> bool:
    """Whether words beside a number may limit it in a way that is not compared: `three years have not elapsed`."""
    behind = _BREAK.split(text[quantity.number.end : quantity.number.end + _NEAR])[0]
    return bool(_VAGUE.search(text[max(0, quantity.number.start - _NEAR) : quantity.number.end] + behind))


def _says_since_age(quantity: Quantity, text: str) -> bool:
    """Whether a number is an age after or before which something is: `after 18 months of age` for >18月龄."""
    since = _SINCE.search(text, 0, quantity.number.start)
    return bool(since and (since["age"] or _OF_AGE.match(text, quantity.number.end)))


def _is_rated(quantity: Quantity, text: str) -> bool:
    """Whether a number is the limit of a good or bad value: −6 D or worse is ≤−6 D, and 20/40 or worse ≤0.5."""
    before, behind = _RATED
    start, end = quantity.number.start, quantity.number.end
    return bool(before.search(text[max(0, start - _NEAR) : start]) or behind.match(text, end))


def _weight(comparison: Comparison, *, added: bool) -> Severity | None:
    """Return how grave the loss of a comparison is; that of words which leave the limit open is none."""
    if comparison.inclusive is None:
        return None
    return "major" if comparison.is_sign or (comparison.inclusive and not added) else "minor"


def _other_limit(
    ours: Sequence[Quantity], theirs: Sequence[Quantity], texts: tuple[str, str], lang: Lang
) -> Iterator[Hit]:
    """Yield a limit that is included on one side only, where neither side leaves that open."""
    for direction in ("above", "below"):
        here, there = ([q for q in side if _direction(q) == direction] for side in (ours, theirs))
        for a, b in zip(_unmet(here, there, _same_limit), _unmet(there, here, _same_limit), strict=False):
            yield _included(a, b, texts, lang)


def _same_limit(a: Quantity, b: Quantity) -> bool:
    """Whether both include the number, or both do not, or one leaves it open."""
    limits = [q.comparison.inclusive for q in (a, b) if q.comparison]
    return None in limits or len(set(limits)) == 1


def _included(a: Quantity, b: Quantity, texts: tuple[str, str], lang: Lang) -> Hit:
    spans = _span(a, texts[0]), _span(b, texts[1])
    here, there = ("includes", "excludes") if a.comparison and a.comparison.inclusive else ("excludes", "includes")
    signs = any(q.comparison and q.comparison.is_sign for q in (a, b))
    message = f"“{spans[0].text}” {here} the number itself, “{spans[1].text}” {there} it"
    suggestion = _suggestion(a, b, texts[1], lang)
    return Hit(message, *spans, suggestion=suggestion, severity="major" if signs else "minor")


def _span(quantity: Quantity, text: str) -> Span:
    """Return the number together with its comparison."""
    number, comparison = quantity.number, quantity.comparison
    start = min(number.start, comparison.start) if comparison else number.start
    return Span.of(text, start, max(number.end, comparison.end) if comparison else number.end)


def _counterpart(said: Comparison, here: str, lang: Lang) -> str | None:
    """Return the word of the other direction for one whose opposite is sure, as `older than` and 以上."""
    if lang == "zh":
        behind = _ZH_BEHIND.fullmatch(here)
        return ("及" if said.inclusive else "") + ("以上" if said.direction == "above" else "以下") if behind else None
    found = _EN_ADJECTIVE.search(here)
    if not found or (said.inclusive is not None and said.inclusive != here.startswith("or ")):
        return None
    return here[: found.start()] + _OTHER_ADJECTIVE[found.group()] + here[found.end() :]


def _suggestion(a: Quantity, b: Quantity, target: str, lang: Lang) -> str | None:
    """Return the target's words with the comparison of the source, where it is sure how that is written there."""
    said, here = a.comparison, b.comparison
    if not said or not here:
        return None
    start = min(b.number.start, here.start)
    word = _counterpart(said, target[here.start : here.end], lang) if said.direction != here.direction else None
    if word:
        return target[start : here.start] + word + target[here.end : max(here.end, b.number.end)]
    if said.inclusive is None or here.end > b.number.start:
        return None
    between = target[here.end : b.number.start]
    figure = target[b.number.start : b.number.end]
    if here.is_sign:
        return _SIGNS[said.direction, said.inclusive] + between + figure
    return _WORDS[lang, said.direction, said.inclusive] + between.lstrip() + figure


RULE = Rule(
    id="inequality",
    title="Limit turned round, lost or added",
    category="Accuracy/Mistranslation",
    severity="major",
    scope="pair",
    check=_check,
    bad=(
        Example("The tablets are not recommended under 18 years of age.", "不推荐18岁以上者服用本品。"),
        Example("The difference was significant (P < 0.05).", "差异有统计学意义（P＞0.05）。"),
        Example("Adults aged 18 years or older took part.", "18岁以下者参加。"),
        Example("Blood was drawn within 24 hours after injury.", "伤后24小时后采血。"),
        Example("Patients with at least 3 lesions were included.", "纳入不超过3处病灶的患者。"),
        Example("Infants of ≥ 6 months were eligible.", "6个月的婴儿符合条件。"),
        Example("The dose must not exceed 40 mg.", "剂量须超过40 mg。"),
        Example("居家隔离至少24小时。", "Stay at home for up to 24 hours."),
        Example("The dose must not exceed 15 mg per week.", "每周剂量不得低于15 mg。"),
        Example("Fewer than 2% stopped because of adverse events.", "因不良事件停药者超过2%。"),
        Example("每日饮水量不少于1500 ml。", "The daily intake of water was less than 1500 ml."),
        Example("空腹血糖≤7.0 mmol/L。", "Fasting glucose was < 7.0 mmol/L."),
    ),
    good=(
        Example("Bathe only after 24 h.", "24 h内禁止洗澡。"),
        Example("Fever settled within 3 days, and after 6 weeks the boy was well.", "3天内退热，6周后患儿痊愈。"),
        Example("Adults over 65 with a score of at least 3 (P < 0.05)", "65岁以上、评分不低于3分的成人（P值小于0.05）"),
        Example("No more than 5 doses were given within 10 days.", "10天内给药不超过5次。"),
        Example("Keep it below 30 mg in men and 20 mg in women.", "男性应低于30 mg，女性应低于20 mg。"),
        Example("Smoke no sooner than six weeks after surgery.", "术后至少六周方可吸烟。"),
        Example("Slices thicker than 3 mm were left out.", "层厚大于3 mm者除外。"),
        Example("Eyes with −6.00 D or worse", "等效球镜度≤−6.00 D的眼"),
        Example("手术年龄>18月龄者", "Those operated on after 18 months of age"),
        Example("近吻合口段狭窄最多（62.8%）。", "The juxta-anastomotic segment was affected most often (62.8%)."),
        Example("More than 300 patients were seen over 3 years.", "3年间共接诊300余例患者。"),
        Example(
            "不满18岁者或收缩压＜90 mmHg者除外。",
            "Those younger than 18 or with a systolic pressure below 90 mmHg were excluded.",
        ),
    ),
    source="MQM: Accuracy, Mistranslation",
)
