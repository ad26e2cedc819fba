"""A word or phrase that stands twice in a row in the translation.

What it finds
    A Chinese word, a run of words or a clause that is repeated at once where the source says it once (风险风险), with
    or without a comma between clauses; the same in English (the the; of the knee of the knee).

Why it matters
    Doubled words are what moving text about leaves behind, and what a machine does that has lost the thread. They show
    that nobody has read the translation.

What it leaves alone
    What the language doubles itself: 刚刚, 渐渐, 高高兴兴, 一步一步, 非常非常; had had, that that, and names such as
    Pago Pago. Two words that only look doubled, as 字符 before 字符串, and low before low-density. What the source says
    as often. A single character and a number that stand twice.

How to fix it
    Delete one of the two.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aligner.lexicon import tokens
from aligner.lexicon.words import STOP_WORDS
from aligner.model import Context, Example, Hit, Lang, Pair, Rule, Severity, Span, other_lang

_LATIN = r"[^\W\u3400-\u9fff]"
_PIECE = re.compile(
    rf"(?P<han>[\u3400-\u9fff]+)|(?!\d){_LATIN}(?:(?:{_LATIN}|['’.-])*{_LATIN})?|\d+(?:[.,]\d+)*|[^\s\w]"
)
_DOUBLED = re.compile(r"([\u3400-\u9fff]{2,8})\1")
_LONGEST = 40  # words of a unit
_CLAUSE = {"zh": 4, "en": 10}  # characters of a clause that may not follow itself
_ENDS = frozenset("，、；。：！？,;.:!?")
_GRAVE = {"zh": 12, "en": 30}  # characters of more than a slip of the pen
_MOST = 3  # words, so few that the source may have them twice by chance
_RENDERS = 0.1  # the least share of a rendering
# Doubled to say more, or rightly standing twice in a row: what it is is clear.
_CHINESE_TWICE = frozenset(("很多", "许多", "好多", "非常", "十分", "很久", "永远", "好久", "多次"))
_ACTS = frozenset(("研究", "调查", "实验", "试验", "观察"))  # 本研究研究了, 各试验试验组
_ACTORS = frozenset("了者组")
_ENGLISH_TWICE = frozenset(
    "had that is her do long very many much so no far more again pago walla bora baden".split()  # noqa: SIM905 - a table
)


@dataclass(frozen=True, slots=True)
class _Token:
    """A word or mark, folded for comparison, and where it stands."""

    key: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        return self.key[0].isalpha()


def _check(pair: Pair, context: Context) -> Iterator[Hit]:
    if not pair.source or not pair.target:
        return
    lang, text = context.target_lang, pair.target_text
    words = _tokens(text, lang, context)
    found = [*_repeated(words), *_clauses(words, lang), *(_words(text, context) if lang == "zh" else ())]
    if not found or any(_repeated(_tokens(pair.source_text, other_lang(lang), context))):
        return
    last = 0
    for unit, end in sorted(found, key=lambda item: (item[0][0].start, -item[1])):
        once = text[unit[0].start : unit[-1].end]
        if unit[0].start < last:
            continue
        last = end
        if not _is_meant(once, unit, text, context) and not _is_said_twice(unit, pair, context):
            severity: Severity | None = "major" if len(once) >= _GRAVE[lang] else None
            span = Span.of(text, unit[0].start, end)
            yield Hit(f"“{once}” stands twice", target=span, suggestion=once, severity=severity)


def _tokens(text: str, lang: Lang, context: Context) -> list[_Token]:
    """Cut a text into words and marks; without a dictionary, a Chinese character is a word."""
    found = []
    for piece in _PIECE.finditer(text):
        start, end = piece.span()
        cuts = [(start, end)]
        if piece["han"]:
            cut = context.lexicon.words if context.lexicon else _characters
            cuts = [(start + a, start + b) for a, b in cut(piece.group())]
        found += [_Token(_folded(text[a:b]), a, b) for a, b in cuts]
    return found


def _folded(word: str) -> str:
    return re.split("['’]", word.lower(), maxsplit=1)[0] or word


def _characters(text: str) -> list[tuple[int, int]]:
    return [(k, k + 1) for k in range(len(text))]


def _repeated(found: Sequence[_Token]) -> Iterator[tuple[Sequence[_Token], int]]:
    """Yield each shortest run of words that follows itself, and where its last copy ends."""
    keys = [token.key for token in found]
    at = 0
    while at < len(keys):
        size = _size(keys, at, found)
        if not size:
            at += 1
            continue
        last = at + size
        while keys[last + size : last + 2 * size] == keys[at : at + size]:
            last += size
        yield found[at : at + size], found[last + size - 1].end
        at = last + size


def _size(keys: Sequence[str], at: int, found: Sequence[_Token]) -> int:
    """Return the size of the shortest run of words at `at` that follows itself, 0 if none does."""
    for there in range(at, min(len(keys), at + _LONGEST + 1)):
        if not found[there].is_word:
            return 0
        size = there - at
        if size and keys[there : there + size] == keys[at:there] and found[there - 1].end - found[at].start > 1:
            return size
    return 0


def _words(text: str, context: Context) -> Iterator[tuple[Sequence[_Token], int]]:
    """Yield the words of the dictionary that follow themselves where the cutting of the text misses it."""
    if context.lexicon is None:
        return
    for found in _DOUBLED.finditer(text):
        word, middle = found[1], found.start() + len(found[1])
        rest = text[found.end() : middle + context.lexicon.longest(text, middle)]  # 串 of 字符串, 接种 of 疫苗接种
        if context.lexicon.knows(word) and (not rest or (len(rest) > 1 and context.lexicon.knows(rest))):
            yield [_Token(word, found.start(), middle)], found.end()


def _clauses(found: Sequence[_Token], lang: Lang) -> Iterator[tuple[Sequence[_Token], int]]:
    """Yield each clause that follows itself, marks on both sides, and where its second copy ends."""
    ends = [k for k, token in enumerate(found) if token.key in _ENDS]
    starts = [0, *(k + 1 for k in ends)]
    clauses = [found[a:b] for a, b in zip(starts, [*ends, len(found)], strict=True)]
    for one, other in itertools.pairwise(clauses):
        long = one and one[-1].end - one[0].start >= _CLAUSE[lang]
        if long and [token.key for token in one] == [token.key for token in other]:
            yield one, other[-1].end


def _is_meant(once: str, unit: Sequence[_Token], text: str, context: Context) -> bool:
    """Tell whether the language doubles this of itself, or a name does."""
    if context.target_lang == "zh":
        after = text[unit[0].start + 2 * len(once) :][:1]
        counted = once[0] == "一" or len(set(once)) == 1 or (once[0] == "的" and len(once) == 2)  # 一步一步, 的人的人数
        return counted or once in _CHINESE_TWICE or (once in _ACTS and after in _ACTORS)
    known = context.lexicon is None or context.lexicon.knows(once) or unit[0].key in STOP_WORDS
    measured = once == "in" and text[: unit[0].start].rstrip()[-1:].isdigit()  # inches
    return len(unit) == 1 and (once.lower() in _ENGLISH_TWICE or measured or (once[0].isupper() and not known))


def _is_said_twice(unit: Sequence[_Token], pair: Pair, context: Context) -> bool:
    """Tell whether the source has each of the words of content twice within a few words."""
    words = {token.key for token in unit if token.is_word} - tokens.CHINESE_STOP_WORDS - STOP_WORDS
    if context.lexicon is None or not words or len(words) > _MOST:
        return False
    return all(_is_near_itself(word, pair.source_text, context) for word in words)


def _is_near_itself(word: str, source: str, context: Context) -> bool:
    """Tell whether two words of the source next to each other, or one that comes again soon, are rendered by a word."""
    lexicon = context.lexicon
    key = lexicon.stem(word)
    if context.target_lang == "zh":
        rendered = {english for english, share in lexicon.renderings(word).items() if share >= _RENDERS} | {key}
        said = [(token.key, token.key in rendered) for token in tokens.english(source, lexicon.stem)]
        apart = len(word) > 2  # the words of influenza vaccine are rendered by 流感疫苗 once
    else:
        heads = tokens.chinese(lexicon.simplify(source), lexicon, lexicon.stem)
        said = [(head.key, lexicon.renderings(head.key).get(key, 0.0) >= _RENDERS) for head in heads]
        apart = False
    near = ((a, b, distance) for distance in (1, 2) for a, b in zip(said, said[distance:], strict=False))
    return any(a[1] and b[1] and (a == b or (distance == 1 and not apart)) for a, b, distance in near)


RULE = Rule(
    id="repetition",
    title="Words that stand twice",
    category="Fluency/Duplication",
    severity="minor",
    scope="pair",
    check=_check,
    bad=(
        Example("Smoking raised the risk of fracture.", "吸烟使骨折的风险风险升高。"),
        Example("If the pain returns, repeat the injection.", "如果疼痛复发，如果疼痛复发，可重复注射。"),
        Example("膝关节间隙变窄。", "The the joint space of the knee was narrowed."),
        Example("患者术后恢复良好。", "The patient recovered well after the operation after the operation."),
    ),
    good=(
        Example("The swelling had only just begun to subside step by step.", "肿胀刚刚开始一步一步地消退。"),
        Example("It enters the cell. On entry into the cell it multiplies.", "病毒进入细胞。进入细胞后病毒复制。"),
        Example("她此前已有低密度脂蛋白偏低。", "She had had low low-density lipoprotein before."),
        Example("患者来自帕果帕果。", "The patient came from Pago Pago."),
    ),
    source="MQM: Fluency, Duplication",
)
