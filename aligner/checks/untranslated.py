"""Words of the source language that were left in the translation.

What it finds
    English words in lower case within Chinese text, a sentence left in English, a half-translated word such as
    胸mo炎, and Chinese characters within English text.

Why it matters
    Left-over words show that nobody has read the translation; a reader who does not know the source language
    cannot follow the sentence.

What it leaves alone
    What Chinese medical writing keeps in Latin letters: abbreviations, names of people, institutions, genes,
    drugs by code, trials, databases and statistics (`t检验`, `Cox回归`, `Meta分析`, `logistic回归`), species such
    as *E. coli*, units, formulae, addresses, software (`limma包`), and an original term or title given in brackets
    or quotation marks. In English, Chinese in brackets.

How to fix it
    Translate the word. Where the original term is to be given as well, put it in brackets after the Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.checks._flaws import HAN
from aligner.model import Context, Example, Hit, Pair, Rule, Span
from aligner.text import addresses
from aligner.text.dotted_abbreviations import OPENERS

_HAN_RUN = re.compile(rf"{HAN.pattern}(?:[\s、，·]*{HAN.pattern})*")
_ASIDE = re.compile(
    r"""[(（][^()（）\u3400-\u9fff]*[)）] | [(（][A-Za-z][^()（）\u3400-\u9fff，,；;]*[，,]\s*[A-Z][\w-]*(?=[，,；;：:])
    | [\[［【][^\[\]［］【】\u3400-\u9fff]*[\]］】]
    | “[^“”\u3400-\u9fff]*” | "[^"\u3400-\u9fff]*" | ‘[^‘’\u3400-\u9fff]*’ | 《[^《》]*》""",
    re.VERBOSE | re.ASCII,
)
_ENGLISH_ASIDE = re.compile(
    r"""[(（][^()（）]*[)）] | [\[［【][^\[\]［］【】]*[\]］】] | 《[^《》]*》
    | “[^“”]*” | "[^"]*\"""",
    re.VERBOSE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LOWER = re.compile(r"[a-z]{2,}(?:-[a-z]{2,})*")
_CAPITAL = re.compile(r"(?<![\w.@&/+-])[A-Z][a-z]{2,}(?![\w@&/+.-]|\s?[A-Z])", re.ASCII)
# Endings of words that are hardly ever names; with them, a capital word that opens a sentence of the source is a word.
_OF_A_WORD = re.compile(
    r"\w{4,}(?:tion|tions|ment|ments|ness|ly|ity|ous|ive|ical|ance|ence|able|ible|ful|less)"
    r"|scarce|current|recent|prior|previous|few|limited|little|similar|common|severe|acute|chronic|new|high|low|early|late"
)
_NAME_BEFORE = re.compile(r"(?:[A-Z][\w'’-]*(?:\s?\.)?|\b(?:de|of|and|the|for|in))\s$")
_NAME_AFTER = re.compile(r"\s[A-Z][a-z]")
_JOINED = re.compile(r"[\w/@#$\\+&=_*^<>.·'’-]", re.ASCII)
_NAMED_THING = re.compile(
    r"(?:\s[a-z]+)*\s?(?:蛋白|受体|通路|突变|信号|软件|程序|函数|包|工具|命令|数据库|网站|平台|算法|库|基因|质粒|引物|菌|属|株|品系|小鼠)"
)
_OF_PROTEINS = frozenset(("cleaved", "pro", "total", "phospho", "soluble"))
_SYMBOL = re.compile(r"\s?[A-Za-z]+-?\d|\s?[A-Z]{2,}")
"""The name of a protein, which keeps in Latin letters what is said of its form: cleaved caspase-3."""
_SMALL_WORD = re.compile(r"\s(?:the|of|and|for|with|in|on|to|by|from|among|between)\s")
_BETWEEN = re.compile(r"[\s,.;:，、；]*(?:(?:a|the|of|in|to|and|or|for|with|by|on)[\s,]+)*")
# Written in Latin letters in Chinese medical prose; units are those that stand after a space.
_CUSTOMARY = frozenset(
    """
    western northern southern blot blotting log-rank logrank cis trans
    vs et al etc ie eg via per in vitro vivo situ silico utero ex de novo post hoc ad sensu lato stricto sp spp subsp
    cf ca versus von van der den la le du di da del y und logistic probit logit meta log ln lg exp sin cos max min lim
    alpha beta gamma delta kappa chi rho tau phi psi sigma omega theta pi app apps wifi web wiki email e-mail blog
    ph pp fig tab no nos kg mg ng pg mm cm nm km ml dl fl mol mmol nmol pmol umol cmol mmhg kpa pa cmh hz khz mhz ghz
    kv mv kw mw kj kcal cal rpm bpm bp kb mb gb da kda min sec hr hrs ms cfu pfu gy cgy iu eq meq mosm ppm ppb mu um
    ug mcg atm psi mbar bar bid tid qid qd qod qn prn po iv im sc ip ig non pre anti mean sd se df mi ft lb oz mph ha px
    dpi fps tmax tmin tlag cmax cmin vmax kel
    """.split()  # noqa: SIM905 - a table of words is read as such
)


def _check(pair: Pair, context: Context) -> Iterator[Hit]:
    if not pair.source or not pair.target:
        return
    if context.target_lang == "zh":
        yield from _in_chinese(pair)
    else:
        yield from _in_english(pair)


def _in_chinese(pair: Pair) -> Iterator[Hit]:
    text, source = pair.target_text, pair.source_text
    if _is_english_sentence(text, source):
        yield Hit("this sentence is left in English", target=Span.of(text, 0, len(text)))
        return
    masked = _ASIDE.sub(lambda aside: "\0" * len(aside.group()), addresses.masked(text))
    known = {word.group() for word in _WORD.finditer(source) if word.group().islower()}
    found = [m.span() for m in _LOWER.finditer(masked) if _is_left(masked, m, known)]
    found += [m.span() for m in _CAPITAL.finditer(masked) if _opens_source(m[0], source)]
    for start, end in _merged(sorted(found), masked):
        words = text[start:end]
        at = re.search(rf"\b{re.escape(words)}\b", source)
        original = Span.of(source, *at.span()) if at else None
        inside = not original and HAN.match(text[start - 1 : start]) and HAN.match(text[end : end + 1])
        message = f"“{words}” stands within the Chinese text" if inside else f"“{words}” is left in English"
        yield Hit(message, source=original, target=Span.of(text, start, end))


def _is_english_sentence(text: str, source: str) -> bool:
    """Whether the text holds no Chinese but several English words in lower case; fewer where it is the source."""
    if HAN.search(text):
        return False
    words = re.findall(r"(?<![\w@/.-])[a-z]{3,}(?![\w@/-])", text)
    copied = text.strip().casefold() == source.strip().casefold()
    return len(words) > 3 or (copied and len(text.split()) > 4 and bool(_SMALL_WORD.search(text)))


def _is_left(text: str, found: re.Match[str], known: set[str]) -> bool:
    """Whether a Latin word in lower case is one of the source, or stands in the middle of Chinese."""
    word, start, end = found.group(), found.start(), found.end()
    before, after = text[max(0, start - 24) : start], text[end : end + 32]
    if word in _CUSTOMARY or _JOINED.search(before[-1:]) or (_JOINED.match(after) and after[:1] != "."):
        return False
    if (
        (before.endswith(("(", "（")) and after.startswith(tuple(",，;；、:：")))
        or _NAME_BEFORE.search(before)
        or _NAME_AFTER.match(after)
        or _NAMED_THING.match(after)
        or (word in _OF_PROTEINS and _SYMBOL.match(after))
    ):
        return False
    if word in known:
        return len(word) > 2
    glued = bool(HAN.match(before[-1:])) and bool(HAN.match(after[:1]))
    return glued and not any(word in other for other in known if len(word) > 3)


def _opens_source(word: str, source: str) -> bool:
    """Whether a word owes its capital to the beginning of a sentence of the source, and is no name.

    >>> [_opens_source(w, "Scarce data on Crohn disease. Zhang saw it.") for w in ("Scarce", "Zhang", "Crohn")]
    [True, False, False]
    """
    opening = re.search(rf"(?:^|[.!?:]\s+){word}\s(?=[a-z])", source)
    return bool(opening) and (word.lower() in OPENERS or bool(_OF_A_WORD.fullmatch(word.lower())))


def _merged(found: list[tuple[int, int]], text: str) -> Iterator[tuple[int, int]]:
    """Join words that only spaces, marks and small words separate."""
    run: tuple[int, int] | None = None
    for start, end in found:
        if run and _BETWEEN.fullmatch(text, run[1], start):
            run = run[0], end
            continue
        if run:
            yield run
        run = start, end
    if run:
        yield run


def _in_english(pair: Pair) -> Iterator[Hit]:
    text = pair.target_text
    masked = text
    for _ in range(3):  # brackets within brackets, the inner ones first
        masked = _ENGLISH_ASIDE.sub(lambda aside: "\0" * len(aside.group()), masked)
    letters = len(re.findall(r"[A-Za-z]", text))
    if letters < len(HAN.findall(text)):
        yield Hit("this sentence is left in Chinese", target=Span.of(text, 0, len(text)))
        return
    for found in _HAN_RUN.finditer(masked):
        span = Span.of(text, *found.span())
        at = pair.source_text.find(span.text)
        original = Span.of(pair.source_text, at, at + len(span.text)) if at >= 0 else None
        yield Hit(f"“{span.text}” is left in Chinese", source=original, target=span)


RULE = Rule(
    id="untranslated",
    title="Words left untranslated",
    category="Accuracy/Untranslated",
    severity="major",
    scope="pair",
    check=_check,
    bad=(
        Example("The patient had pleural effusion.", "患者出现pleural effusion。"),
        Example("Pleurisy was treated.", "胸mo炎得到治疗。"),
        Example("No side effects were seen in this group.", "No side effects were seen in this group."),
        Example("患者接受针灸治疗。", "The patient received 针灸 treatment."),
        Example("未见不良反应。", "未见不良反应。"),
    ),
    good=(
        Example(
            "Logistic regression, t test and meta analysis in vitro", "体外（in vitro）logistic回归、t检验和meta分析"
        ),
        Example("E. coli and Helicobacter pylori were found by PCR.", "PCR检出E. coli和Helicobacter pylori。"),
        Example(
            "Cleaved caspase-3 rose; cleaved caspase-9 did not.", "cleaved caspase-3升高，cleaved caspase-9未升高。"
        ),
        Example("The limma package was used at 5 mg/kg.", "使用limma包，剂量为5 mg/kg。"),
        Example("患者接受推拿治疗。", "The patient received tuina (推拿)."),
        Example(
            "A visual analogue scale (VAS, 0–10) was used.",
            "采用视觉模拟评分法（visual analogue scale，VAS；0～10分）。",
        ),
    ),
    source="MQM: Accuracy, Untranslated",
)
