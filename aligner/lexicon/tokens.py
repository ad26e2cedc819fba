"""What a sentence is compared by: stems, Chinese words, numbers as values, Latin words, a few marks.

A key is a stem or a Chinese word as it stands; a number is `#` and its value, a mark `~` and its English shape, so
that what both languages share has one key. Words of no content are left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from aligner.lexicon.words import GREEK, IRREGULAR, MONTHS, MULTIPLIERS, ORDINALS, SMALL, STOP_WORDS

if TYPE_CHECKING:
    from aligner.lexicon.lexicon import Lexicon


class Token(NamedTuple):
    """A key, where it starts in its text, and, for a capitalised English word, that word in lower case."""

    key: str
    start: int
    name: str = ""


# What words come to: their keys, each with the word in lower case if it is capitalised; None where others decide.
Known = dict[str, tuple[tuple[str, str], ...] | None]

_LETTERS = "A-Za-z\u00c0-\u024f\u0370-\u03ff"
_ENGLISH = re.compile(rf"\d[\d,]*(?:\.\d+)?|[{_LETTERS}]+(?:['’][A-Za-z]+)?|[^\sA-Za-z0-9]")
_CHINESE = re.compile(rf"\d[\d,]*(?:\.\d+)?[十百千万亿]*|[{_LETTERS}]+|[\u3400-\u9fff]+|[^\sA-Za-z0-9]")
_MARK_SHAPES = '?？ !！ :： ;； (（ <《 %％ … — “"「『‘ ”」』'
MARKS = {char: "~" + shapes[0] for shapes in _MARK_SHAPES.split() for char in shapes}

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_NUMERAL = re.compile(r"[零〇○一二三四五六七八九十两][零〇○一二三四五六七八九十百千万亿两]{0,20}")
_SMALLEST_NUMBER_WORD = 3  # one and two are too often no numbers: one of, 一个
_LONGEST_NUMBER = 20  # words
_FULL_WIDTH = {0xFF01 + k: 0x21 + k for k in range(94)}

_CHINESE_STOP_WORDS = """
的 了 是 在 和 与 着 也 就 都 而 及 或 之 于 以 为 这 那 有 个 一 不 上 中 下 来 去 到 把 被 对
从 又 很 地 得 过 吗 呢 吧 啊 所 其 他 她 它 我 你 们 他们 我们 你们 它们 她们 这个 那个 一个
自己 但 但是 可 便 却 还 使 让 给 向 由 等 要 会 能 道 者 这些 那些 一种 这种 那种 所以 这样
那样 怎么 可以 就是 不是 时 里 并 且 则 只 再 已 已经 将 该 此
"""
CHINESE_STOP_WORDS = frozenset(_CHINESE_STOP_WORDS.split())


def number_key(value: float) -> str:
    """Return the key of a number.

    >>> number_key(3.50), number_key(40000)
    ('#3.5', '#40000')
    """
    return f"#{value:.12g}" if value < 1e15 else "#many"


def english(text: str, stem: Callable[[str], str], known: Known | None = None) -> list[Token]:
    """Return the tokens of an English sentence; `known` keeps what words come to from one sentence to the next.

    >>> [t.key for t in english("Twenty-one of 1,200 patients (1.75%)", str)]
    ['#21', '#1200', 'patients', '~(', '#1.75', '~%']
    """
    known = {} if known is None else known
    raw = [(found.group(), found.start()) for found in _ENGLISH.finditer(text)]
    found: list[Token] = []
    at = 0
    while at < len(raw):
        word, start = raw[at]
        if word not in known:
            known[word] = None if _counts_on(word.lower()) else tuple(_word(word, stem))
        made = known[word]
        used, key = (0, "") if made is not None else _number(raw, at)
        if used:
            found.append(Token(key, start))
        else:
            found += [Token(key, start, name) for key, name in (_word(word, stem) if made is None else made)]
        at += used or 1
    return found


def _counts_on(low: str) -> bool:
    """Say whether a word may begin a number, so that what follows decides."""
    return low[0].isdecimal() or low in SMALL or low in ORDINALS


def _word(word: str, stem: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Yield the keys of a word or mark, each with the word in lower case if it is capitalised."""
    if word in MARKS:
        yield MARKS[word], ""
    if not word[0].isalpha():
        return
    low = word.lower()
    if "'" in low or "’" in low:
        low = low.replace("’", "'").partition("'")[0]
    capital = len(low) > 1 and word[0].isupper()
    if low in MONTHS and capital:
        yield number_key(MONTHS[low]), ""
    if low not in STOP_WORDS:
        yield word_key(low, stem), low if capital else ""


def word_key(low: str, stem: Callable[[str], str]) -> str:
    """Return the key of an English word in lower case."""
    if low in GREEK:
        return GREEK[low]
    value = SMALL.get(low) or ORDINALS.get(low) or 0
    return number_key(value) if value >= _SMALLEST_NUMBER_WORD else stem(IRREGULAR.get(low, low))


def _number(raw: list[tuple[str, int]], at: int) -> tuple[int, str]:
    """Return how many words from `at` on write a number, and its key; 0 where none does."""
    low = [word.lower() for word, _ in raw[at : at + _LONGEST_NUMBER]]
    first, at = low[0], 0
    if first[0].isdecimal():
        value = float(first.replace(",", "").rstrip("."))
        if at + 1 < len(low) and low[at + 1] in MULTIPLIERS:
            return 2, number_key(value * MULTIPLIERS[low[at + 1]])
        return 1, number_key(value)
    used, counted, value = _number_words(low, at)
    if counted == 1 and value < _SMALLEST_NUMBER_WORD:
        return 0, ""
    return used, number_key(value)


def _number_words(low: list[str], at: int) -> tuple[int, int, int]:
    """Return words used, number words among them, and the value of `two hundred and twenty-one`."""
    total = group = counted = 0
    here = at
    while here < len(low):
        word = low[here]
        if word in SMALL or word in ORDINALS:
            group += SMALL.get(word, 0) or ORDINALS.get(word, 0)
        elif word == "hundred" and counted:
            group = (group or 1) * 100
        elif word in MULTIPLIERS and counted:
            total, group = total + (group or 1) * MULTIPLIERS[word], 0
        elif word in ("-", "and") and counted and _number_goes_on(low, here):
            here += 1
            continue
        else:
            break
        counted, here = counted + 1, here + 1
    return here - at, counted, total + group


def _number_goes_on(low: list[str], at: int) -> bool:
    follows = at + 1 < len(low) and (low[at + 1] in SMALL or low[at + 1] in ORDINALS)
    return follows and (low[at] == "-" or low[at - 1] in MULTIPLIERS)


def chinese(text: str, lexicon: Lexicon, stem: Callable[[str], str]) -> list[Token]:
    """Return the tokens of a Chinese sentence in Simplified characters."""
    found: list[Token] = []
    for piece in _CHINESE.finditer(text.translate(_FULL_WIDTH) if not text.isascii() else text):
        word, start = piece.group(), piece.start()
        if word[0].isdecimal():
            found.append(Token(number_key(_digits_value(word)), start))
        elif "\u3400" <= word[0] <= "\u9fff":
            found.extend(_han(word, start, lexicon))
        elif word in MARKS:
            found.append(Token(MARKS[word], start))
        elif word[0].isalpha() and word.lower() not in STOP_WORDS:
            found.append(Token(word_key(word.lower(), stem), start))
    return found


def _han(run: str, offset: int, lexicon: Lexicon) -> Iterator[Token]:
    """Cut a run of Chinese characters at its longest words; a numeral counts where no longer word begins there."""
    at = 0
    while at < len(run):
        size = lexicon.longest(run, at)
        numeral = _NUMERAL.match(run, at)
        if numeral and (width := numeral.end() - at) >= size and _counts(numeral.group()):
            yield Token(number_key(chinese_value(numeral.group())), offset + at)
            size = width
        elif (word := run[at : at + size]) not in CHINESE_STOP_WORDS:
            yield Token(word, offset + at)
        at += size


def _counts(numeral: str) -> bool:
    return len(numeral) > 1 or _DIGITS.get(numeral, 10) >= _SMALLEST_NUMBER_WORD


def chinese_value(numeral: str) -> int:
    """Return the value of a Chinese numeral.

    >>> chinese_value("二十一"), chinese_value("一九四九"), chinese_value("三万五千")
    (21, 1949, 35000)
    """
    if all(char in _DIGITS for char in numeral):
        return int("".join(str(_DIGITS[char]) for char in numeral))
    total = section = digit = 0
    for char in numeral:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif _UNITS[char] < 10**4:
            section, digit = section + (digit or 1) * _UNITS[char], 0
        else:
            total, section, digit = (total + section + digit) * _UNITS[char], 0, 0
    return total + section + digit


def _digits_value(written: str) -> float:
    digits = written.rstrip("十百千万亿")
    value = float(digits.replace(",", ""))
    for unit in written[len(digits) :]:
        value *= _UNITS[unit]
    return value
