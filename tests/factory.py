"""Results made by hand, for the tests of what comes after the checks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from aligner.config import Config
from aligner.model import (
    Block,
    Document,
    Finding,
    Forms,
    Known,
    Match,
    Pair,
    Place,
    Result,
    Role,
    Score,
    Segment,
    Skipped,
    Span,
    Status,
    Term,
)

TEXTS: tuple[tuple[str, str, Role], ...] = (
    ("Ultrasound-guided injection of the sacroiliac joint", "超声引导下骶髂关节注射", "title"),
    ("METHODS:", "方法：", "label"),
    (
        "We enrolled 48 patients with active sacroiliitis (SI), who had not responded to two anti-inflammatory "
        "drugs given in full dose for at least four weeks each.",
        "我们纳入了84例活动性骶髂关节炎(SI)患者,这些患者对两种足量抗炎药各治疗至少四周均无效。",
        "body",
    ),
    (
        "Causal treatment was not available, and weight-bearing was restricted for six weeks.",
        "无针对性治疗可用，并限制负重六周。",
        "body",
    ),
    ("No adverse events occurred.", "", "body"),
    ("", "所有患者均签署了知情同意书。", "body"),
    (
        "Pain on the visual analogue scale fell from 7.1 to 2.3 within 3 months; the median time to relief was 9 days.",
        "视觉模拟评分（VAS）在3个月内由7.1分降至2.3分,疼痛缓解的中位时间为9天。",
        "body",
    ),
    ("Keywords: sacroiliitis; injection", "关键词：骶髂关节炎；注射", "keywords"),
)


def segment(text: str, lang: str, index: int, role: Role = "body") -> Segment:
    return Segment(Block(text, role, line=index + 1), 0, text, "zh" if lang == "zh" else "en", index, role)


def pairs_of(texts: Sequence[tuple[str, str, Role]]) -> tuple[Pair, ...]:
    """Make a pair of each (source, target, role); an empty text is an empty side."""
    pairs, source_index, target_index = [], 0, 0
    for number, (english, chinese, role) in enumerate(texts, start=1):
        source = (segment(english, "en", source_index, role),) if english else ()
        target = (segment(chinese, "zh", target_index, role),) if chinese else ()
        source_index, target_index = source_index + len(source), target_index + len(target)
        pairs.append(Pair(number, source, target, 0.5 + number / 20 if source and target else 0.0, "lexical"))
    return tuple(pairs)


def document(pairs: Sequence[Pair], name: str = "injection") -> Document:
    source = tuple(s.block for pair in pairs for s in pair.source)
    target = tuple(s.block for pair in pairs for s in pair.target)
    return Document(name, f"{name}.txt", "text", source, target)


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def term(en: str, zh: str) -> Term:
    return Term(en.replace(" ", "-"), Forms(en), Forms(zh), domain="rheumatology")


def match(pair: Pair, en: str, zh: str, status: Status, found: str = "") -> Match:
    target = span(pair.target_text, found or zh) if status != "missing" else None
    return Match(term(en, zh), pair.id, status, span(pair.source_text, en), target, zh if target else "")


def result() -> Result:
    """A document with a finding of every kind, each part of a report filled."""
    pairs = pairs_of(TEXTS)
    third, fourth, fifth, sixth, seventh = pairs[2:7]
    base = document(pairs)
    commas = tuple(Place(pair.id, None, span(pair.target_text, ",")) for pair in (third, seventh))
    findings = (
        Finding(
            "numbers", "Accuracy/Mistranslation", "critical", 3, "48 in the source stands as 84 in the translation.",
            span(third.source_text, "48"), span(third.target_text, "84"), suggestion="48", fingerprint="a" * 16,
        ),
        Finding(
            "half-width-brackets", "Fluency/Punctuation", "minor", 3, "Chinese text takes full-width brackets.",
            None, span(third.target_text, "(SI)"), suggestion="（SI）", fingerprint="b" * 16,
        ),
        Finding(
            "term-forbidden", "Terminology/Wrong term", "major", 4,
            "causal treatment is 病因治疗; 针对性治疗 means a treatment aimed at something, not at the cause.",
            span(fourth.source_text, "Causal treatment"), span(fourth.target_text, "针对性治疗"),
            suggestion="病因治疗", fingerprint="c" * 16,
        ),
        Finding(
            "omission", "Accuracy/Omission", "major", 5, "Nothing in the translation stands for this sentence.",
            span(fifth.source_text, fifth.source_text), fingerprint="d" * 16,
        ),
        Finding(
            "addition", "Accuracy/Addition", "neutral", 6, "Nothing in the source stands for this sentence.",
            None, span(sixth.target_text, sixth.target_text), suggestion="", fingerprint="e" * 16,
        ),
        Finding(
            "half-width-comma", "Fluency/Punctuation", "minor", None, "Chinese text takes full-width commas.",
            places=commas, count=2, suggestion="，", fingerprint="f" * 16,
        ),
    )  # fmt: skip
    scores = (
        Score("coverage_source", 0.912345678, "share:characters|n:300|version:1"),
        Score("number_accuracy", 0.8, "right:counterpart|n:10|version:1", ci=(0.5, 0.95)),
        Score("term_accuracy", 2 / 3, "right:preferred|n:3|version:1"),
        Score("bleu", None, "segments:0"),
    )
    matches = (
        match(third, "sacroiliitis", "骶髂关节炎", "ok"),
        match(fourth, "weight-bearing", "负重", "ok"),
        Match(term("causal treatment", "病因治疗"), 4, "other", findings[2].source, findings[2].target),
    )
    aside = (Block("doi: 10.0000/example.2024.1", "front matter", line=12),)
    skipped = (Skipped("terms in abbreviations", "no abbreviation list was given"),)
    whole = Document(
        base.id, base.path, base.format, base.source, base.target, set_aside=aside, warnings=("GB18030 was assumed",)
    )
    return Result(whole, pairs, matches, (), findings, scores, skipped, version="1.2.3")


def gated() -> Result:
    """The document of `result` as the gate hands it on: one finding known, one rule broken, a threshold not met."""
    base = result()
    known = Known("baseline", "kept as printed", "Wang", "2024-05-06")
    findings = (*base.findings[:-1], replace(base.findings[-1], known=known))
    broken = Skipped("rule abbreviation in pair 3", "it failed: KeyError: 'SI'", failed=True)
    breach = "term_accuracy is 0.67, the least is 0.95"
    rules = ("abbreviation", "numbers", "omission")
    skipped = (*base.skipped, broken)
    return replace(base, findings=findings, skipped=skipped, rules=rules, breaches=(breach,), config=Config())


def clean(name: str = "clean") -> Result:
    """A document without findings."""
    pairs = pairs_of([("The joint was swollen.", "关节肿胀。", "body"), ("It hurt.", "伴疼痛。", "body")])
    return Result(document(pairs, name), pairs, version="1.2.3")


def empty() -> Result:
    """A document with nothing in it."""
    return Result(Document("empty", "empty.txt", "text", (), ()), (), version="1.2.3")


def unread() -> Result:
    """What stands for a file that could not be checked."""
    whole = Document("noise", "noise.en.txt", "", (), (), target_path="noise.zh.txt")
    return Result(whole, (), skipped=(Skipped("noise.zh.txt", "is a binary file", failed=True),), version="1.2.3")


def hostile() -> Result:
    """A document whose text looks like markup, drives a terminal, or breaks lines and fields."""
    texts: list[tuple[str, str, Role]] = [
        (
            "See [red]this[/] and [/] \x1b[31mhere\x1b[0m :smile: \\ \u202eright.",
            "见[bold]此处[/bold]\t第2\n行。",
            "body",
        )
    ]
    pairs = pairs_of(texts)
    finding = Finding(
        "markup", "Fluency", "major", 1, "[link=x]a[/] is \x1b[2Jnot markup",
        span(pairs[0].source_text, "\x1b[31mhere"), span(pairs[0].target_text, "此处"), suggestion="[/]",
    )  # fmt: skip
    return Result(document(pairs, "[b]\x07file\udc80"), pairs, findings=(finding,), version="1.2.3")


RESULTS = {
    "result": result,
    "gated": gated,
    "clean": clean,
    "empty": empty,
    "unread": unread,
    "hostile": hostile,
}
