"""The report for people, on a terminal: the pairs side by side, each with its findings under it.

On a terminal the words concerned are underlined and coloured in both languages; where neither is shown (a file,
a pipe), a line of `^` marks them. On less than 80 columns the translation stands below its source. After the
pairs come the findings about the whole document, what was set aside, what was not checked, warnings and scores;
the last line sums up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from aligner.model import SEVERITIES, Finding, Known, Lang, Pair, Place, Result, Score, Severity, Side, Span
from aligner.reports._place import region
from aligner.reports._report import (
    RenderOptions,
    Report,
    Style,
    advice,
    file_of,
    names,
    peek,
    reason,
    shown_scores,
    without_advice,
)
from aligner.text.screen import cells, harmless, one_line, shorten, wrap

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

# The width of these signs is the same in every terminal, which that of ● or ▲ is not in a Chinese one.
_SIGNS: dict[Severity, str] = {"critical": "✘", "major": "✗", "minor": "▴", "neutral": "◦"}
_STYLES: dict[Severity, str] = {"critical": "bold red", "major": "red", "minor": "yellow", "neutral": "cyan"}
_LANGUAGES: dict[Lang, str] = {"en": "English", "zh": "Chinese"}
_QUIET, _STRONG, _GOOD = "dim", "bold", "green"
_SIDE_BY_SIDE, _WIDEST, _GAP = 80, 160, 3
_LONGEST_QUOTE, _MOST_QUOTES = 60, 5
_NO_COUNTERPART = "(no counterpart)"


@dataclass(frozen=True, slots=True)
class _Layout:
    """The columns: `indent` before the texts, then those of source and target; 0 for target: below the source."""

    indent: int
    source: int
    target: int
    style: Style

    @property
    def width(self) -> int:
        """The columns behind the indent."""
        return self.source + self.target + (_GAP if self.target else 0)


@dataclass(frozen=True, slots=True)
class _Mark:
    """Words to be marked; `faint` for one of the many places of a finding, which `^` would make too much of."""

    span: Span
    severity: Severity
    faint: bool = False


def render(results: Iterable[Result], options: RenderOptions) -> Iterator[str]:
    """Yield the report in chunks of a pair or a section; a sum over all documents ends several of them."""
    console = _console(options)
    several, results = peek(results)
    brief = several and options.findings_only
    totals = _Totals()
    gap = ""
    for result in results:
        quiet = brief and _is_quiet(result)
        yield "" if quiet and gap == "\n" else gap
        for lines in [_in_a_line(result)] if quiet else _document(result, options, brief=brief):
            yield _printed(lines, console)
        gap = "\n" if quiet else "\n\n"
        totals.add(result)
    if several:
        yield _printed([_line(""), _line(str(totals), _STRONG)], console)


class _Totals:
    """Counts over all documents."""

    def __init__(self) -> None:
        self.documents = self.unchecked = self.pairs = 0
        self.findings: Counter[Severity | None] = Counter()

    def add(self, result: Result) -> None:
        self.documents += 1
        self.unchecked += not result.pairs
        self.pairs += len(result.pairs)
        self.findings.update(_severities(result))

    def __str__(self) -> str:
        unchecked = f", {self.unchecked} not checked" if self.unchecked else ""
        return f"{self.documents} documents{unchecked}: {_counts(self.pairs, self.findings)}"


def _document(result: Result, options: RenderOptions, *, brief: bool) -> Iterator[list[Text]]:
    layout = _layout(result, options)
    yield _heading(result, layout)
    yield from _pairs(result, layout, options, brief=brief)
    yield from _sections(result, layout, brief=brief)
    yield [_summary(result, brief=brief)]


def _is_quiet(result: Result) -> bool:
    """Say whether a document among several is worth a line only."""
    return not result.pairs or not (result.counted or result.breaches or any(s.failed for s in result.skipped))


def _in_a_line(result: Result) -> list[Text]:
    """Sum up a document in a line, and say in others what was not checked."""
    name = one_line(names(result.document))
    lines = [_line(f"{name}: {_summary(result, brief=True).plain}")] if result.pairs else []
    for skipped in result.skipped:
        text = one_line(f"{file_of(skipped, result)}: not checked: {reason(skipped, result)}")
        lines.append(_line(text, "red" if skipped.failed else ""))
    return lines


# --- the frame


def _layout(result: Result, options: RenderOptions) -> _Layout:
    indent = len(str(len(result.pairs))) + 3
    room = min(options.width, _WIDEST) - indent
    if options.width < _SIDE_BY_SIDE:
        return _Layout(indent, max(room, 8), 0, options.style)
    # Chinese takes fewer columns than the English it stands for: share the room so that both sides end together.
    sizes = [sum(cells(harmless(s.text)) for p in result.pairs for s in p.segments(side)) for side in _sides()]
    share = min(max(sizes[0] / (sum(sizes) or 1), 0.4), 0.6)
    source = round((room - _GAP) * share)
    return _Layout(indent, source, room - _GAP - source, options.style)


def _sides() -> tuple[Side, Side]:
    return "source", "target"


def _heading(result: Result, layout: _Layout) -> list[Text]:
    document = result.document
    name = _paragraph(one_line(names(document)), 0, layout.indent + layout.width, _STRONG)
    source, target = _LANGUAGES[document.source_lang], _LANGUAGES[document.target_lang]
    if not layout.target:
        return [*name, _line(f"{source} → {target}", _QUIET), _line("")]
    titles = _line(" " * layout.indent + source.ljust(layout.source + _GAP) + target, _QUIET)
    return [*name, titles, _line("")]


def _console(options: RenderOptions) -> Console | None:
    if options.style == "plain":
        return None
    from io import StringIO

    from rich.console import Console

    return Console(
        file=StringIO(),
        force_terminal=True,
        color_system="standard",  # the sixteen that the user's theme makes readable
        no_color=options.style == "mono",
        width=options.width,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )


def _printed(lines: Iterable[Text], console: Console | None) -> str:
    if console is None:
        return "".join(f"{line.plain.rstrip()}\n" for line in lines)
    with console.capture() as capture:
        for line in lines:
            line.rstrip()
            console.print(line, no_wrap=True, overflow="ignore", crop=False)
    return capture.get()


def _line(text: str, style: str = "") -> Text:
    from rich.text import Text

    return Text(text, style)


# --- the pairs


def _pairs(result: Result, layout: _Layout, options: RenderOptions, *, brief: bool) -> Iterator[list[Text]]:
    findings = _by_pair(result)
    marks = _marks(result.findings)
    pairs = result.riskiest() if options.by_risk else result.pairs
    shown = [pair for pair in pairs if pair.id in findings or not options.findings_only]
    for pair in shown:
        lines = _pair(pair, marks, layout)
        if pair.id in findings and pair.address and not (pair.target or pair.source)[0].block.lineless:
            lines.append(_line(" " * layout.indent + shorten(one_line(pair.address), layout.width), _QUIET))
        for finding in findings.get(pair.id, []):
            lines += _finding(finding, result, layout.indent, layout.width)
        yield [*lines, _line("")]
    hidden = len(result.pairs) - len(shown)
    if hidden and not brief:
        without = f"{_many(hidden, 'pair')} without findings not shown"
        yield [_line(" " * layout.indent + without, _QUIET), _line("")]


def _by_pair(result: Result) -> dict[int | None, list[Finding]]:
    """Group the findings, the worst first and known ones last; those that belong to no pair stand under None."""
    known = {pair.id for pair in result.pairs}
    groups: dict[int | None, list[Finding]] = {}
    for finding in sorted(result.findings, key=lambda f: (f.known is not None, -SEVERITIES.index(f.severity))):
        groups.setdefault(finding.pair if finding.pair in known else None, []).append(finding)
    return groups


def _marks(findings: Iterable[Finding]) -> dict[tuple[int | None, Side], list[_Mark]]:
    """Collect the words concerned by pair and side, the worst last, so that it shows where they overlap."""
    marks: dict[tuple[int | None, Side], list[_Mark]] = {}
    for finding in sorted(findings, key=lambda f: SEVERITIES.index(f.severity)):
        own = Place(finding.pair or 0, finding.source, finding.target)
        for place in (*finding.places, own):
            for side in _sides():
                span = place.source if side == "source" else place.target
                if span is not None:
                    mark = _Mark(span, finding.severity, faint=place.pair != finding.pair)
                    marks.setdefault((place.pair, side), []).append(mark)
    return marks


def _pair(pair: Pair, marks: dict[tuple[int | None, Side], list[_Mark]], layout: _Layout) -> list[Text]:
    source = _column(pair, "source", marks.get((pair.id, "source"), []), layout)
    target = _column(pair, "target", marks.get((pair.id, "target"), []), layout)
    rows: list[tuple[Text | None, Text | None]] = [(line, None) for line in (*source, *target)]
    if layout.target:
        rows = list(zip_longest(source, target))
    lines = []
    for row, (left, right) in enumerate(rows):
        line = _line("").append(" " * layout.indent if row else f"{pair.id:>{layout.indent - 2}}  ", _QUIET)
        if left is not None:
            line.append_text(left)
        if right is not None:
            line.pad_right(layout.indent + layout.source + _GAP - line.cell_len)
            line.append_text(right)
        lines.append(line)
    return lines


def _column(pair: Pair, side: Side, marks: Sequence[_Mark], layout: _Layout) -> list[Text]:
    width = layout.target if side == "target" and layout.target else layout.source
    if not pair.segments(side):
        return [_line(_NO_COUNTERPART, _QUIET)]
    text = harmless(pair.text(side))
    styled = _line(text, _STRONG if {s.role for s in pair.segments(side)} <= {"title", "heading", "label"} else "")
    for mark in marks:
        whole = mark.span.end - mark.span.start >= len(text)
        style = _STYLES[mark.severity] if whole else f"underline {_STYLES[mark.severity]}"
        styled.stylize(style, mark.span.start, mark.span.end)
    lines = []
    spans = wrap(text, width)
    for (start, end), line in zip(spans, _cut(styled, spans), strict=True):
        lines.append(line)
        carets = _carets(text, start, end, marks) if layout.style == "plain" else ""
        if carets:
            lines.append(_line(carets))
    return lines


def _carets(text: str, start: int, end: int, marks: Sequence[_Mark]) -> str:
    """Draw the line below text[start:end] that marks the words, none where a mark is the text as a whole."""
    spans = [(m.span.start, m.span.end) for m in marks if not m.faint and m.span.end - m.span.start < len(text)]
    if not any(left < end and start < right for left, right in spans):
        return ""
    drawn = (
        ("^" if any(left <= position < right for left, right in spans) else " ") * cells(text[position])
        for position in range(start, end)
    )
    return "".join(drawn).rstrip()


# --- the findings


def _finding(finding: Finding, result: Result, indent: int, width: int) -> list[Text]:
    """Say how bad, which rule, which words; why; and what to write."""
    head = _line(" " * indent)
    head.append(f"{_SIGNS[finding.severity]} {finding.severity}", _STYLES[finding.severity])
    head.append(f"  {one_line(finding.rule)}", _QUIET)
    if finding.pair and (address := region(finding, result).address):
        head.append(f"  {one_line(address)}", _QUIET)
    words, message = _words(finding, result), _message(finding)
    first, rest = (_line(words), [message]) if words else (message, [])
    lines = [head]
    if "\n" not in first.plain and head.cell_len - indent + 2 + first.cell_len <= width:
        head.append("  ").append_text(first)
    else:
        rest.insert(0, first)
    if places := _places(finding):
        rest.append(_line(places))
    if finding.known:
        rest.append(_line(_known(finding.known), _QUIET))
    for text in rest:
        lines += _wrapped(text, indent + 2, width - 2)
    return lines + _advice(finding, indent + 2, width - 2)


def _known(known: Known) -> str:
    where = {"baseline": "in the baseline", "ignore": "ignored by the configuration"}[known.by]
    by = ", ".join(one_line(part) for part in (known.author, known.date) if part)
    return f"Known, {where}: {one_line(known.reason) or 'no reason given'}{f' ({by})' if by else ''}"


def _message(finding: Finding) -> Text:
    """Return the message, the words concerned coloured where it quotes them; its advice has its own line."""
    text = _line("").append(harmless(without_advice(finding)))
    for span in (finding.source, finding.target):
        if span is not None:
            text.highlight_words([f"“{harmless(span.words)}”"], _STYLES[finding.severity])
    return text


def _words(finding: Finding, result: Result) -> str:
    """Quote the words concerned, save where the message does, or they are the whole text right above."""
    known = finding.pair is not None and finding.pair <= len(result.pairs)
    whole = {result.pair(finding.pair).text(side).strip() for side in _sides()} if finding.pair and known else set()
    spans = [span for span in (finding.source, finding.target) if span is not None and span.words]
    if all(f"“{span.words}”" in finding.message for span in spans):
        return ""
    return " → ".join(_quote(span.words) for span in spans if span.text.strip() not in whole)


def _quote(text: str) -> str:
    return f"“{shorten(one_line(text), _LONGEST_QUOTE)}”"


def _places(finding: Finding) -> str:
    """Say how often and where, for a finding that stands for several."""
    if not finding.places:
        return f"{finding.count} times" if finding.count > 1 else ""
    texts = [span.text for place in finding.places for span in (place.target or place.source,) if span and span.text]
    new = [_quote(text) for text in dict.fromkeys(texts) if f"“{text}”" not in finding.message]
    where = f"{finding.count} times" if finding.count > 1 else "once"
    pairs = sorted({place.pair for place in finding.places})
    if pairs != [finding.pair]:
        where += f", in {'pair' if len(pairs) == 1 else 'pairs'} {ranges(pairs)}"
    return f"{where}: {' '.join(new[:_MOST_QUOTES])}" if new else where


def ranges(numbers: Sequence[int]) -> str:
    """Write ascending numbers briefly.

    >>> ranges([1, 2, 3, 5, 8, 9])
    '1–3, 5, 8, 9'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = (f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)
    return ", ".join(parts)


def _advice(finding: Finding, indent: int, width: int) -> list[Text]:
    lines = _paragraph(advice(finding), indent, width) if finding.suggestion is not None else []
    for line in lines if finding.suggestion else []:
        line.stylize(_GOOD, indent)
    return lines


def _paragraph(text: str, indent: int, width: int, style: str = "") -> list[Text]:
    return _wrapped(_line(harmless(text), style), indent, width)


def _wrapped(text: Text, indent: int, width: int) -> list[Text]:
    margin = " " * indent
    return [_line(margin).append_text(line) for line in _cut(text, wrap(text.plain, max(width, 8)))]


def _cut(text: Text, spans: Sequence[tuple[int, int]]) -> list[Text]:
    """Cut a text into the lines of `wrap` in one go; slice by slice, the time would grow with the square."""
    edges = sorted({edge for span in spans for edge in span})
    part = {edge: number for number, edge in enumerate(edges)}
    parts = list(text.divide(edges))
    return [parts[part[end]] if end > start else _line("") for start, end in spans]


# --- what comes after the pairs


def _sections(result: Result, layout: _Layout, *, brief: bool) -> Iterator[list[Text]]:
    width = layout.indent + layout.width
    if not result.pairs:
        yield [_line("There is nothing to pair."), _line("")]
    whole = [line for f in _by_pair(result).get(None, []) for line in _finding(f, result, 2, width - 2)]
    yield from _section("The whole document", whole)
    aside = [
        _line("  " + shorten(f"{b.own_address or f'line {b.line}'}: {one_line(b.text)}", width - 2))
        for b in result.set_aside
    ]
    if not brief:
        yield from _section("Set aside, neither paired nor checked", aside)
    skipped = (one_line(reason(s, result)) for s in result.skipped)
    yield from _section("Not checked", [line for text in skipped for line in _paragraph(text, 2, width - 2)])
    breaches = [line for text in result.breaches for line in _paragraph(one_line(text), 2, width - 2, "red")]
    yield from _section("Thresholds not met", breaches)
    warnings = (one_line(warning) for warning in result.document.warnings)
    yield from _section("Warnings", [line for text in warnings for line in _paragraph(text, 2, width - 2)])
    if brief:  # what few read in one document, and nobody in hundreds
        return
    yield from _section("Scores", [line for score in shown_scores(result) for line in _score(score, result, width)])


def _section(title: str, lines: list[Text]) -> Iterator[list[Text]]:
    if lines:
        yield [_line(title, _STRONG), *lines, _line("")]


def _score(score: Score, result: Result, width: int) -> list[Text]:
    longest = max(len(s.name) for s in shown_scores(result))
    value = "none" if score.value is None else f"{score.value:.2f}"
    interval = f"  [{score.ci[0]:.2f}, {score.ci[1]:.2f}]" if score.ci else ""
    line = _line(f"  {score.name.replace('_', ' '):<{longest}}  {value:>6}{interval}")
    signature = one_line(score.signature)
    if line.cell_len + 2 + len(signature) <= width:
        return [line.append(f"  {signature}", _QUIET)]
    return [line, *_paragraph(signature, 4, width - 4, _QUIET)]


# --- the last line


def _summary(result: Result, *, brief: bool) -> Text:
    counts = _counts(len(result.pairs), Counter(_severities(result)))
    figures = [_figure(result, "term"), _figure(result, "number")]
    if brief and result.set_aside:  # elsewhere they are listed
        figures.append(f"{_many(len(result.set_aside), 'part')} set aside")
    told = ", ".join(filter(None, figures))
    return _line(f"{counts}; {told}" if told else counts, _STRONG)


def _severities(result: Result) -> Iterator[Severity | None]:
    """Yield the severity of each finding, None for one that is known already."""
    return (None if finding.known else finding.severity for finding in result.findings)


def _counts(pairs: int, findings: Counter[Severity | None]) -> str:
    """Count the pairs and findings; those that are known stand under None.

    >>> _counts(10, Counter({"major": 2, "minor": 1, None: 3}))
    '10 pairs, 2 major, 1 minor findings, 3 known'
    """
    parts = [f"{findings[severity]} {severity}" for severity in reversed(SEVERITIES) if findings[severity]]
    word = "finding" if findings.total() - findings[None] == 1 else "findings"
    known = f", {findings[None]} known" if findings[None] else ""
    return f"{_many(pairs, 'pair')}, {', '.join(parts) or 'no'} {word}{known}"


def _figure(result: Result, subject: str) -> str:
    """Write an accuracy as right ones of all, its signature says of how many it is."""
    for score in result.scores:
        of = re.search(r"(?:^|\|)n:(\d+)(?:\||$)", score.signature)
        if score.name == f"{subject}_accuracy" and score.value is not None and of:
            return f"{subject}s {round(score.value * int(of[1]))}/{of[1]}"
    return ""


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


REPORT = Report("console", "for people, on a terminal", (".txt",), render, for_people=True)
