"""Which language a text is written in, and where a page that holds both changes from one to the other.

Only the script is looked at, and English function words: a Chinese sentence full of Latin abbreviations is
Chinese, an English one that quotes a Chinese term is English.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from aligner.model import Lang
from aligner.text import sections
from aligner.text._brackets import outermost
from aligner.text.english_sentences import abbreviates
from aligner.text.traditional import TRADITIONAL

HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
_HAN = re.compile(f"[{HAN}]+")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa\uac00-\ud7a3]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
# What counts as an English word: abbreviations (RMO, HbA1c) stand in both languages and prove nothing.
_WORD = re.compile("[A-Za-z]?[a-z\u00df-\u00ff]{2,}|\\b[A-Z]{6,}\\b|\\b(?:in|of|to|is|as|we|by|at|on|an|or|no)\\b")
_FUNCTION = re.compile(
    r"\b(?:the|of|and|in|to|with|was|were|is|are|for|from|by|on|at|an?|as|or|that|this|these|we|our|their|its|has"
    r"|have"
    r"|had|been|not|be|which|who|but|it|he|she|they|you|using|after|during|between|among)\b",
    re.IGNORECASE,
)
_MAYBE_LABEL = re.compile(
    # looks ahead, so that matches may overlap
    rf"(?<=[\s。；;.])(?=[【\[][^】\]]{{1,20}}[】\]]|[A-Z][A-Za-z]+(?: [A-Za-z]+){{0,4}}\s?[:：]"
    rf"|[{HAN}]{{2,8}}[:：])"
)
_PLAIN_WORD = re.compile(r"\b[A-Z]?[a-z]{3,}\b")
_ENDED = re.compile("[。！？]")
# What may stand before the first word of a sentence: a number, or an abbreviation as in `CT检查`.
_LEAD = re.compile(
    r"(?<=[\s。！？])(?:\d(?:[\d.,%~～–-]{0,12}[\d%])?|[A-Z][A-Za-z]{0,7}[A-Z0-9-][A-Za-z0-9/+-]{0,6})\s?$"
)
_LONGEST_LEAD = 18
_LEAST, _MOST = 0.5, 6.0  # Chinese characters for an English word, of a text and its translation
_BETWEEN = re.compile(r"\s+|\s*[/|／｜]\s*")  # what parts a title from its translation in one line
_STROKE = re.compile(r"\s*[/|／｜]\s*\Z")
_SWITCH = re.compile(f"(?P<zh>[{HAN}]+)|(?P<en>[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f0-9'’/-]*)")

# Words that follow an English term inside a Chinese sentence; a Chinese title does not begin with them.
_FOLLOWS_TERM = re.compile(
    "[的是在与和或为等型及组将可]|中(?![文国医华老性枢药风央心年期重])|患者|患儿|病人|综合征|综合症|量表|评分|指数"
    "|检测|检查|治疗|模型|细胞|软件|公司"
    "|方法|法|蛋白|基因|试验|通路"
)


_CODES: dict[str, Lang] = {"en": "en", "eng": "en", "zh": "zh", "zho": "zh", "chi": "zh", "cmn": "zh"}
_TRADITIONAL_CODE = re.compile(r"hant|tw|hk|mo", re.IGNORECASE)


def lang_of_code(code: str) -> Lang | None:
    """Return the language that a code of a file names, None for another one.

    >>> lang_of_code("EN-US"), lang_of_code("zh_CN"), lang_of_code("ZH-Hans"), lang_of_code("de")
    ('en', 'zh', 'zh', None)
    """
    return _CODES.get(re.split("[-_]", code.strip().lower())[0])


def names_traditional(code: str) -> bool:
    """Say whether a code names Traditional Chinese.

    >>> names_traditional("zh-TW"), names_traditional("zh-Hans-CN")
    (True, False)
    """
    return lang_of_code(code) == "zh" and bool(_TRADITIONAL_CODE.search(code))


def lang_of(text: str) -> Lang | None:
    """Return the language of a text, None where no letter of either tells.

    >>> lang_of("The patient took adalimumab (修美乐) twice.")
    'en'
    >>> lang_of("HbA1c、FPG水平")
    'zh'
    >>> lang_of("3.5 (1.2)") is None
    True
    """
    han = _length(_HAN, text)
    if _length(_KANA, text) > 0.15 * han + 2:  # Japanese and Korean write Han characters too
        return None
    if han == 0:
        return "en" if _LATIN.search(text) else None
    words = _count(_WORD, text)
    return "zh" if not words or han >= words + 2 * _count(_FUNCTION, text) else "en"


def han_share(text: str) -> float:
    """Return the share of Chinese characters among the letters of a text.

    >>> han_share("CT检查")
    0.5
    """
    han = _length(_HAN, text)
    latin = _count(_LATIN, text)
    return han / (han + latin) if han else 0.0


def size(text: str, lang: Lang) -> int:
    """Count the English words of a text, without what stands in Chinese as well, or its Chinese characters.

    >>> size("Aspirin 100 mg", "en"), size("HbA1c, eGFR", "en"), size("阿司匹林 100 mg", "zh")
    (2, 0, 4)
    """
    return _count(_WORD, text) if lang == "en" else _length(_HAN, text)


def are_even(english: str, chinese: str) -> bool:
    """Say whether there is about as much of a text in English as in Chinese, so that one may be all of the other.

    >>> are_even("The knee was swollen.", "膝关节肿胀。"), are_even("Keywords", "膝关节肿胀，夜间疼痛，休息有益。")
    (True, False)
    """
    words = size(english, "en")
    return words > 0 and _LEAST * words <= size(chinese, "zh") <= _MOST * words


def has_traditional(text: str) -> bool:
    """Say whether a Chinese text is written in Traditional characters.

    A single one may be a name or a slip; what decides is a character in forty, and two at least in a long text.

    >>> has_traditional("骨質疏鬆症"), has_traditional("骨质疏松症")
    (True, False)
    """
    found = sum(1 for c in text if c in TRADITIONAL)
    han = _length(_HAN, text)
    return found > 0 and found * 40 >= han and (found > 1 or han < 20)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one language: `text[start:end]`; `lang` None where neither is written."""

    start: int
    end: int
    lang: Lang | None


@dataclass(frozen=True, slots=True)
class _Run:
    lang: Lang
    start: int
    end: int
    size: int  # English words, or Chinese characters


def pieces(text: str) -> list[Piece]:
    """Cut a line where one language stops and the other begins; most lines are one piece.

    English terms in a Chinese sentence and Chinese words in an English one are no reason to cut.

    >>> [(p.lang, p.start) for p in pieces("Migratory osteoporosis of the knee 膝关节迁移性骨质疏松")]
    [('en', 0), ('zh', 35)]
    >>> [p.lang for p in pieces("采用 Pittsburgh Sleep Quality Index 评估睡眠质量")]
    ['zh']
    """
    if not _HAN.search(text) or not _LATIN.search(text):
        return [Piece(0, len(text), lang_of(text))]
    found: list[Piece] = []
    for start, end in pairwise([0, *_label_cuts(text), len(text)]):
        cuts = sorted(start + cut for cut in _cuts(text[start:end]))
        for a, b in pairwise([start, *cuts, end]):
            string = _STROKE.sub("", text[a:b]) if b in cuts else text[a:b]  # the stroke between is of neither
            found += [Piece(a, a + len(string), lang_of(string))] if string.strip() else []
    return found or [Piece(0, len(text), None)]


def _cuts(text: str) -> set[int]:
    runs = _runs(text)
    alone = (i for i, run in enumerate(runs) if run.lang == "en" and len(runs) > 1 and _stands_alone(text, runs, i))
    return {cut for i in alone for cut in _borders(text, runs, i)}


def _label_cuts(text: str) -> list[int]:
    """Return where a label opens a text of the other language: `关键词：CRP Keywords: CRP`."""
    labels = [m.start() for m in _MAYBE_LABEL.finditer(text) if sections.starts_label(text[m.start() : m.start() + 60])]
    cuts: list[int] = []
    begin = 0
    for start, end in pairwise([*labels, len(text)]):
        left, right = lang_of(text[begin:start]), lang_of(text[start:end])
        if left and right and left != right:
            cuts.append(start)
            begin = start
    return cuts


def _runs(text: str) -> list[_Run]:
    """Return the runs of each script outside brackets, neighbours of one language joined.

    English behind a Chinese full stop is a new run: a unit or a name may have ended the Chinese sentence.
    """
    runs: list[_Run] = []
    spans = iter(outermost(text))
    span = next(spans, None)
    for m in _SWITCH.finditer(text):
        while span and span[1] <= m.start():
            span = next(spans, None)
        if span and span[0] < m.start() and not sections.is_label(text[span[0] : span[1]]):
            continue
        lang: Lang = "zh" if m["zh"] else "en"
        size = len(m[0]) if m["zh"] else 1
        if runs and runs[-1].lang == lang and not (m["en"] and _ENDED.search(text, runs[-1].end, m.start())):
            runs[-1] = _Run(lang, runs[-1].start, m.end(), runs[-1].size + size)
        else:
            runs.append(_Run(lang, m.start(), m.end(), size))
    return runs


def _stands_alone(text: str, runs: list[_Run], i: int) -> bool:
    """Say whether an English run is text of its own, not a term inside the Chinese around it."""
    before = runs[i - 1] if i > 0 else None
    after = runs[i + 1] if i + 1 < len(runs) else None
    english = runs[i]
    return (before is None or _parts(text, before, english, english)) and (
        after is None or _parts(text, english, after, english)
    )


def _parts(text: str, left: _Run, right: _Run, english: _Run) -> bool:
    """Say whether two neighbouring runs, of which one is English, belong to different texts."""
    head, tail = text[left.start : right.start], text[right.start : right.start + 60]
    if sections.is_label(head) and sections.is_label(text[right.start : right.end]):
        return True
    words = text[english.start : english.end]
    if sections.starts_label(text[_opening(text, right.start) : right.start + 60]):
        return english.size >= 2 or sections.is_label(words)
    ended = _has_ended(_LEAD.sub("", head))
    if ended:
        return (english.size >= 3 and _FUNCTION.search(words) is not None) or _is_sentence(text, left, words)
    return _same_size(text, left, right) and not (left.lang == "en" and _FOLLOWS_TERM.match(tail))


def _has_ended(text: str) -> bool:
    return text.rstrip().rstrip("\"'”’)）]】").endswith((".", "!", "?", "。", "！", "？"))


def _is_sentence(text: str, left: _Run, words: str) -> bool:
    """Say whether a short English run is a sentence beside one in Chinese: `Rest helps. 休息有益。`"""
    last = words.rsplit(maxsplit=1)[-1].lower()
    ended = text.rstrip().endswith((".", "!", "?", "。", "！", "？"))
    return ended and len(_PLAIN_WORD.findall(words)) >= 2 and (left.lang == "zh" or not abbreviates(last))


def _same_size(text: str, left: _Run, right: _Run) -> bool:
    """Say whether two runs without a full stop between them look like a title and its translation."""
    english, chinese = (left, right) if left.lang == "en" else (right, left)
    whole = left.start <= _first(text) and right.end >= len(text.rstrip(" \t*)）")) - 1
    if not whole or text.rstrip().endswith(("。", ".", "！", "？", "!", "?", "：", ":")):
        return False
    words = text[english.start : english.end]
    if not 0.8 * english.size <= chinese.size <= 5 * english.size or len(_PLAIN_WORD.findall(words)) < 2:
        return False
    if english.size >= 4 and _FUNCTION.search(words):
        return True
    return _BETWEEN.fullmatch(text, left.end, right.start) is not None and chinese.size >= 3


def _borders(text: str, runs: list[_Run], i: int) -> list[int]:
    """Return where an English run of its own begins and where the Chinese behind it does."""
    cuts = []
    if i > 0:
        cuts.append(_opening(text, runs[i].start))
    if i + 1 < len(runs):
        cuts.append(_opening(text, runs[i + 1].start))
    return cuts


def _opening(text: str, at: int) -> int:
    """Move left over what belongs to what follows: opening brackets, quotes, how a sentence begins."""
    lead = _LEAD.search(text, max(at - _LONGEST_LEAD, 0), at)
    if lead and _has_ended(text[: lead.start()]):
        at = lead.start()
    while at > 0 and text[at - 1] in '([{（［【〔「『《〈“‘"':
        at -= 1
    return at


def _first(text: str) -> int:
    return len(text) - len(text.lstrip(" \t\u3000([{（［【〔「『《〈“‘\"'0123456789.、"))


def _length(pattern: re.Pattern[str], text: str) -> int:
    return sum(m.end() - m.start() for m in pattern.finditer(text))


def _count(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))
