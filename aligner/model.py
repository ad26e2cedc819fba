"""The core types: frozen, slotted, picklable values that the stages hand on. No input or output here.

Offsets are code points. Those of a Segment count from the start of its Block's verbatim text, those of a Span
from the start of the pair's `source_text` or `target_text`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import pandas as pd

    from aligner.plots import Pictures

Lang = Literal["en", "zh"]
Side = Literal["source", "target"]
Role = Literal["body", "title", "heading", "label", "keywords", "front matter"]
Severity = Literal["neutral", "minor", "major", "critical"]
Status = Literal["ok", "admitted", "abbreviation", "forbidden", "other", "missing"]
TagKind = Literal["open", "close", "alone", "break"]
Scope = Literal["pair", "document"]

RIGHT: frozenset[Status] = frozenset({"ok", "admitted", "abbreviation"})  # what a glossary accepts
SEVERITIES: tuple[Severity, ...] = ("neutral", "minor", "major", "critical")
MQM_WEIGHTS: tuple[tuple[Severity, float], ...] = (("neutral", 0), ("minor", 1), ("major", 5), ("critical", 25))
PLACEHOLDER = "\ufffc"  # stands for an inline tag; object replacement character
_LINE_END = re.compile(r"\r\n|\r|\n")


def other_side(side: Side) -> Side:
    """Return the opposite side.

    >>> other_side("source")
    'target'
    """
    return "target" if side == "source" else "source"


def other_lang(lang: Lang) -> Lang:
    """Return the other one of the two languages.

    >>> other_lang("en")
    'zh'
    """
    return "zh" if lang == "en" else "en"


@dataclass(frozen=True, slots=True)
class Tag:
    """An inline element of a file of a CAT tool, which stands in the text as the one character U+FFFC.

    `at` is its offset in the block. `id` is what it and its counterpart in the other language have alike, and what the
    two tags of a pair have; `shown` is how it is named to people. A `break` ends a line.
    """

    at: int
    kind: TagKind
    id: str
    shown: str


@dataclass(frozen=True, slots=True)
class Block:
    """A run of verbatim text of one language, as a reader found it: a paragraph, a line, a table cell.

    `line` and `column` are 1-based and name where the text begins in its file. `offsets`, where markup was
    flattened, holds for each character of `text` its offset in the file; None where the text is the file's own, and
    nothing where only its beginning is known. `line_starts`, which goes with it, holds the offsets at which the lines
    of the file begin. `tags` are the placeholders in the text, in order. `lineless` says that the file has no lines, as
    a Word document, so that they are those of its text and the address tells the place. `cell` holds the numbers of the
    table, the row and the column where the text is that of a cell.
    """

    text: str
    role: Role = "body"
    address: str = ""
    line: int = 1
    column: int = 1
    offsets: tuple[int, ...] | None = None
    line_starts: tuple[int, ...] = ()
    tags: tuple[Tag, ...] = ()
    lineless: bool = False
    cell: tuple[int, int, int] | None = None

    @property
    def own_address(self) -> str:
        """The address where lines say nothing, empty elsewhere."""
        return self.address if self.lineless else ""

    @property
    def unit(self) -> str:
        """The address where the line is only that at which it begins: a CAT file may have all units in one line."""
        told = self.lineless or self.offsets != () or self.address.startswith("line ")
        return "" if told else self.address

    def place(self, at: int) -> tuple[int, int]:
        """Return the line and column in the file, from 1, of a character, or of the end of the text.

        >>> Block("Knee pain\\nand fever.", line=7, column=3).place(14)
        (8, 5)
        """
        if self.offsets and self.line_starts:
            offset = self.offsets[at] if at < len(self.offsets) else self.offsets[-1] + 1
            line = bisect_right(self.line_starts, offset)
            return line, offset - self.line_starts[line - 1] + 1
        if self.offsets is not None:
            return self.line, self.column
        breaks = [m.end() for m in _LINE_END.finditer(self.text, 0, at)]
        return self.line + len(breaks), at - breaks[-1] + 1 if breaks else self.column + at


@dataclass(frozen=True, slots=True)
class Segment:
    """A verbatim slice of a block: a sentence, a label such as `METHODS:`, a title, a line of keywords.

    `index` is the segment's 0-based number on its side of the document.

    >>> s = Segment(Block("Pain. Swelling."), start=6, text="Swelling.", lang="en", index=1)
    >>> s.block.text[s.start : s.end] == s.text
    True
    """

    block: Block
    start: int
    text: str
    lang: Lang
    index: int = 0
    role: Role = "body"

    @property
    def end(self) -> int:
        """The offset in the block just behind the segment."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Document:
    """Both sides of one bilingual text, before it is cut into segments.

    `links`, where the file came aligned, holds (source block numbers, target block numbers) in order.
    `presegmented` says that every block is one segment as it stands. `first` is the side that was named first,
    or that comes first on the page. `source_path` and `target_path` are the files of the sides, where they are two.
    `skipped` is what the reader left out, and why, as what is not translated yet.
    """

    id: str
    path: str
    format: str
    source: tuple[Block, ...]
    target: tuple[Block, ...]
    source_lang: Lang = "en"
    target_lang: Lang = "zh"
    links: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...] | None = None
    set_aside: tuple[Block, ...] = ()
    presegmented: bool = False
    first: Side = "source"
    warnings: tuple[str, ...] = ()
    source_path: str = ""
    target_path: str = ""
    skipped: tuple[Skipped, ...] = ()

    def path_of(self, side: Side) -> str:
        """Return the file that holds a side."""
        return (self.source_path if side == "source" else self.target_path) or self.path


@dataclass(frozen=True, slots=True)
class Pair:
    """A bead: the source and target segments that translate each other; either side may be empty.

    `id` counts from 1 in document order. `score` is the similarity in 0 to 1, 0 where a side is empty.

    >>> block = Block("Pain. Swelling.")
    >>> both = Segment(block, 0, "Pain.", "en"), Segment(block, 6, "Swelling.", "en", 1)
    >>> Pair(1, both, (), 0.0, "lexical").source_text
    'Pain. Swelling.'
    """

    id: int
    source: tuple[Segment, ...]
    target: tuple[Segment, ...]
    score: float
    method: str

    @property
    def source_text(self) -> str:
        """The verbatim source, see `text_of`."""
        return text_of(self.source)

    @property
    def target_text(self) -> str:
        """The verbatim target, see `text_of`."""
        return text_of(self.target)

    def _repr_html_(self) -> str:
        from aligner import notebook

        return notebook.of_pair(self)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(f"<Pair {self.id}: {self.source_text!r} = {self.target_text!r}>")

    @property
    def address(self) -> str:
        """Where it is in a file whose places have names, as a unit or the row of a table; empty where lines tell."""
        segments = self.target or self.source
        address = segments[0].block.address if segments else ""
        return "" if address.startswith("line ") else address

    def segments(self, side: Side) -> tuple[Segment, ...]:
        """Return the segments of one side."""
        return self.source if side == "source" else self.target

    def text(self, side: Side) -> str:
        """Return the text of one side."""
        return text_of(self.segments(side))

    def place(self, side: Side, at: int) -> tuple[int, int]:
        """Return the line and column in the file of a character of one side's text, or of its end.

        >>> block = Block("Pain. Swelling.", line=3)
        >>> Pair(1, (Segment(block, 6, "Swelling.", "en"),), (), 0.0, "lexical").place("source", 9)
        (3, 16)
        """
        block, within = self.block(side, at)
        return block.place(within)

    def block(self, side: Side, at: int) -> tuple[Block, int]:
        """Return the block that a character of one side's text, or its end, stands in, and where in the block."""
        segments = self.segments(side)
        if all(s.block is segments[0].block for s in segments):
            return segments[0].block, segments[0].start + at
        for segment in segments:
            if at <= len(segment.text):
                break
            at -= len(segment.text) + 1
        return segment.block, segment.start + at


def text_of(segments: tuple[Segment, ...]) -> str:
    """Return the verbatim slice from first to last segment, or, across blocks, their texts joined by line feeds."""
    if len(segments) < 2:
        return segments[0].text if segments else ""
    first, last = segments[0], segments[-1]
    if all(s.block is first.block for s in segments):
        return first.block.text[first.start : last.end]
    return "\n".join(s.text for s in segments)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a pair's text: `text == pair_text[start:end]`."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """Cut the span out of the text it refers to.

        >>> Span.of("knee pain", 5, 9)
        Span(start=5, end=9, text='pain')
        """
        return cls(start, end, text[start:end])

    @property
    def words(self) -> str:
        """The text without the placeholders of inline tags in it."""
        return self.text.replace(PLACEHOLDER, "")


@dataclass(frozen=True, slots=True)
class Place:
    """One of the places that a finding stands for."""

    pair: int
    source: Span | None = None
    target: Span | None = None


@dataclass(frozen=True, slots=True)
class Forbidden:
    """A form that must not be used for a concept, with severity and reason where the glossary gives them."""

    form: str
    severity: Severity | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Forms:
    """How one language writes a concept."""

    preferred: str
    admitted: tuple[str, ...] = ()
    forbidden: tuple[Forbidden, ...] = ()
    abbreviations: tuple[str, ...] = ()

    @property
    def accepted(self) -> tuple[str, ...]:
        """Preferred and admitted forms, preferred first."""
        return (self.preferred, *self.admitted)


@dataclass(frozen=True, slots=True)
class Term:
    """A concept of the term base with its forms in both languages: one row of a glossary.

    `match` is stem, exact or regex; `case` says that English letters must match as written; `exceptions` are
    longer expressions, in either language, inside which the term does not count.
    """

    id: str
    en: Forms
    zh: Forms
    pos: str = ""
    domain: str = ""
    match: Literal["stem", "exact", "regex"] = "stem"
    case: bool = False
    exceptions: tuple[str, ...] = ()
    note: str = ""
    origin: str = ""
    status: Literal["approved", "candidate"] = "approved"

    def forms(self, lang: Lang) -> Forms:
        """Return the forms of one language."""
        return self.en if lang == "en" else self.zh

    @property
    def drug(self) -> bool:
        """Whether it names a drug, by its domain (*antithrombotic drugs*): no other one may stand for it."""
        return self.domain.endswith("drugs")


@dataclass(frozen=True, slots=True)
class Match:
    """A glossary term found in the source of a pair, and what stands for it in the target.

    `status`: ok (preferred form), admitted, abbreviation, forbidden, other (a form the term base does not know)
    or missing. `form` is the glossary's spelling of what stands in the target, where one was found. `dropped` says
    that the target repeats the term less often than the source, and that nothing stands for this occurrence:
    `target` is then the rendering of another one.
    """

    term: Term
    pair: int
    status: Status
    source: Span | None = None
    target: Span | None = None
    form: str = ""
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """What one side of a document does with an abbreviation: an entry of the ledger.

    `key` is the abbreviation without plural, hyphens and case, the same on both sides; `written` is how it is
    first written. `expansions` are the names it is introduced for, where they are known, and `terms` the ids of
    the concepts they name. `introduced` and `uses` are places with the span on this side; an introduction is also
    a use. `bracketed` says that it stands in brackets somewhere, introduced or not.
    """

    key: str
    side: Side
    written: str
    expansions: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    introduced: tuple[Place, ...] = ()
    uses: tuple[Place, ...] = ()
    bracketed: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule yields: the words concerned and why. The runner makes a Finding of it.

    `pair` is for rules of document scope, None there for the document as a whole. `subject` names what a
    finding about the document is about (a term, an abbreviation, a mark), for its fingerprint.
    `severity` overrides the rule's own.
    """

    message: str
    source: Span | None = None
    target: Span | None = None
    suggestion: str | None = None
    severity: Severity | None = None
    pair: int | None = None
    places: tuple[Place, ...] = ()
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """Why a finding does not count: it is in the baseline, or an entry of the configuration says to ignore it."""

    by: Literal["baseline", "ignore"]
    reason: str
    author: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A mismatch between source and target, or a fault in the target.

    `category` is the MQM category, as `Accuracy/Omission`. `suggestion` replaces the target span. `places` and
    `count` say where a finding that stands for several occurs. `fingerprint` is stable when lines move. One that is
    `known` is shown, and counts for nothing.
    """

    rule: str
    category: str
    severity: Severity
    pair: int | None
    message: str
    source: Span | None = None
    target: Span | None = None
    places: tuple[Place, ...] = ()
    count: int = 1
    suggestion: str | None = None
    fingerprint: str = ""
    known: Known | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A source and its translation on which a rule fires, or stays silent; lines are paired one to one."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A check: one file in `aligner/checks/`, whose docstring is the rule's manual page.

    `check` takes (pair, context) where `scope` is pair, (pairs, context) where it is document, and yields Hits.
    `bad` and `good` are run by the tests; both need examples from English and from Chinese unless the rule
    concerns one direction. `source` names the standard or study the rule rests on. `target_lang`, where it is given,
    is the only language of a target that the rule looks at. A rule with `on_by_default` False runs only where the
    user selects it.
    """

    id: str
    title: str
    category: str
    severity: Severity
    scope: Scope
    check: Callable[[Any, Context], Iterable[Hit]]
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    source: str = ""
    target_lang: Lang | None = None
    on_by_default: bool = True


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may ask besides the pair itself.

    `matches` and `abbreviations` are those of the whole document; `lexicon` answers word questions (see
    `aligner.lexicon`), typed loosely since the model lies below it. `moved` are sentences in another place: (id of the
    pair whose target is empty, id of the pair whose source is empty); `lone` are sentences in a pair of several that
    have no counterpart in it. `min_confidence` is the confidence below which pairs are to be marked, `unrelated` says
    that the texts are no translations of each other.
    """

    pairs: tuple[Pair, ...]
    matches: tuple[Match, ...]
    source_lang: Lang
    target_lang: Lang
    lexicon: Any = None
    abbreviations: tuple[Abbreviation, ...] = ()
    moved: tuple[tuple[int, int], ...] = ()
    lone: tuple[Place, ...] = ()
    min_confidence: float | None = None
    unrelated: bool = False
    _by_pair: Mapping[int, Sequence[Match]] = field(init=False, repr=False, compare=False)
    _ids_moved: frozenset[int] = field(init=False, repr=False, compare=False)
    _lone: Mapping[int, Sequence[Place]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Sort by pair what rules ask of each pair, which in a long text must not go through all of it."""
        by_pair: dict[int, list[Match]] = {}
        for match in self.matches:
            by_pair.setdefault(match.pair, []).append(match)
        lone: dict[int, list[Place]] = {}
        for place in self.lone:
            lone.setdefault(place.pair, []).append(place)
        object.__setattr__(self, "_by_pair", by_pair)
        object.__setattr__(self, "_lone", lone)
        object.__setattr__(self, "_ids_moved", frozenset(pair for ids in self.moved for pair in ids))

    def has_moved(self, pair: Pair) -> bool:
        """Tell whether a pair with an empty side is a sentence that stands in another place opposite."""
        return pair.id in self._ids_moved

    def lone_in(self, pair: Pair, side: Side) -> tuple[Span, ...]:
        """Return the sentences on one side of a pair of several that have no counterpart in it."""
        spans: list[Span | None] = [getattr(place, side) for place in self._lone.get(pair.id, ())]
        return tuple(span for span in spans if span is not None)

    def matches_of(self, pair: Pair) -> tuple[Match, ...]:
        """Return the term matches of one pair, in order."""
        return tuple(self._by_pair.get(pair.id, ()))

    def lang(self, side: Side) -> Lang:
        """Return the language of one side."""
        return self.source_lang if side == "source" else self.target_lang


@dataclass(frozen=True, slots=True)
class Score:
    """A figure for the document: `value` None where it cannot be computed, `signature` says how it was.

    `ci` is (low, high). `per_pair` has one value a pair, None where it does not apply. `lower_is_better` is said of
    what counts faults, as an error rate does.
    """

    name: str
    value: float | None
    signature: str
    ci: tuple[float, float] | None = None
    per_pair: tuple[float | None, ...] = ()
    lower_is_better: bool = False


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not checked, and why; `failed` where it should have been, and broke."""

    what: str
    why: str
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """Everything that checking one document brought to light.

    `rules` are the ids of the rules that ran. `breaches` say which thresholds of the configuration are not met.
    `risks` say how likely a professional would change each pair, None where that cannot be told, see `aligner.risk`.
    """

    document: Document
    pairs: tuple[Pair, ...]
    matches: tuple[Match, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    findings: tuple[Finding, ...] = ()
    scores: tuple[Score, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    config: Any = None
    version: str = ""
    rules: tuple[str, ...] = ()
    breaches: tuple[str, ...] = ()
    risks: tuple[float | None, ...] = ()

    @property
    def counted(self) -> tuple[Finding, ...]:
        """The findings that are not known already."""
        return tuple(finding for finding in self.findings if finding.known is None)

    @property
    def set_aside(self) -> tuple[Block, ...]:
        """The front matter: recognised, neither paired nor called an omission."""
        return self.document.set_aside

    def pair(self, pair_id: int) -> Pair:
        """Return a pair by its id, which counts from 1 in order."""
        return self.pairs[pair_id - 1]

    def risk(self, pair_id: int) -> float | None:
        """Return the risk of a pair, None where it has none."""
        return self.risks[pair_id - 1] if self.risks else None

    def riskiest(self) -> tuple[Pair, ...]:
        """Return the pairs, those first that a professional would most likely change; what has no risk comes last."""
        return tuple(sorted(self.pairs, key=lambda pair: -(self.risk(pair.id) or 0.0)))

    def worst(self) -> Severity | None:
        """Return the highest severity among the findings that count, None where there are none."""
        present = {f.severity for f in self.counted}
        return next((s for s in reversed(SEVERITIES) if s in present), None)

    def _repr_html_(self) -> str:
        from aligner import notebook

        return notebook.of_result(self)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(f"<Result of {self.document.id!r}: {len(self.pairs)} pairs, {len(self.findings)} findings>")

    @property
    def plot(self) -> Pictures:
        """Pictures of the result, see `aligner.plots`; they need the extra `plots`."""
        from aligner import plots

        return plots.Pictures(self)

    def pairs_frame(self) -> pd.DataFrame:
        """Return the pairs as a DataFrame, see `aligner.frames.pairs`."""
        from aligner import frames

        return frames.pairs(self)

    def findings_frame(self) -> pd.DataFrame:
        """Return the findings as a DataFrame, see `aligner.frames.findings`."""
        from aligner import frames

        return frames.findings(self)

    def matches_frame(self) -> pd.DataFrame:
        """Return the term matches as a DataFrame, see `aligner.frames.matches`."""
        from aligner import frames

        return frames.matches(self)

    def terms_frame(self) -> pd.DataFrame:
        """Return the concepts that occur as a DataFrame, see `aligner.frames.terms`."""
        from aligner import frames

        return frames.terms(self)

    def abbreviations_frame(self) -> pd.DataFrame:
        """Return the abbreviations as a DataFrame, see `aligner.frames.abbreviations`."""
        from aligner import frames

        return frames.abbreviations(self)

    def scores_frame(self) -> pd.DataFrame:
        """Return the scores as a DataFrame, see `aligner.frames.scores`."""
        from aligner import frames

        return frames.scores(self)
