"""What a report is, and what it may be told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import Literal

from aligner.model import Finding, Lang, Result, Score, Side, Skipped

Style = Literal["plain", "mono", "color"]


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """How a report is to look; the defaults suit a file.

    `first_side` is the side that was read from the file named first. `findings_only` leaves out the pairs that
    have none. `width` counts the columns of the terminal; `style` says whether it shows colours, only bold and
    underline (`mono`), or neither. See `aligner.reports.for_stream`. `lang` is the language of the interface, where
    a report has one: what findings say stays as it is.
    """

    first_side: Side = "source"
    findings_only: bool = False
    width: int = 100
    style: Style = "plain"
    lang: Lang = "en"


@dataclass(frozen=True, slots=True)
class Report:
    """A format: one file in `aligner/reports/` that assigns `REPORT`.

    `render` takes Results one after the other and yields chunks of text, lines ending in a line feed.
    `extensions` are those of the files it is written to, with their dot. `streams` says that it needs no more
    memory for many documents than for one.
    """

    id: str
    title: str
    extensions: tuple[str, ...]
    render: Callable[[Iterable[Result], RenderOptions], Iterator[str]]
    streams: bool = True


def counted(finding: Finding) -> str:
    """Return the message of a finding, and how many places it stands for where they are several."""
    return f"{finding.message} ({finding.count} places)" if finding.count > 1 else finding.message


def without_advice(finding: Finding) -> str:
    """Return the message of a finding without what to write, for a report that says it in a place of its own.

    >>> without_advice(Finding("x", "Fluency", "minor", 1, "two spaces; write “a b”", suggestion="a b"))
    'two spaces'
    """
    message = finding.message
    for tail in (f"write {finding.suggestion}", f"write “{finding.suggestion}”"):
        message = message.removesuffix(tail)
    return message.rstrip(" ;,")


def shown_scores(result: Result) -> list[Score]:
    """Return the scores but for the counts of findings, which a report for people tells elsewhere."""
    return [score for score in result.scores if not score.name.startswith("findings_")]


def reason(skipped: Skipped, result: Result) -> str:
    """Say what was not checked and why; what is the document as a whole needs no name."""
    whole = skipped.what in (result.document.path_of("source"), result.document.path_of("target"))
    return skipped.why if whole else f"{skipped.what}: {skipped.why}"


def peek(results: Iterable[Result]) -> tuple[bool, Iterator[Result]]:
    """Say whether there is more than one result, and give all of them back; holds two at the most.

    >>> several, everything = peek(iter("ab"))
    >>> several, list(everything)
    (True, ['a', 'b'])
    """
    rest = iter(results)
    head = list(islice(rest, 2))
    return len(head) > 1, chain(head, rest)
