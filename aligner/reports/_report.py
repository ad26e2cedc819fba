"""What a report is, and what it may be told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import PurePath
from typing import Literal

from aligner.model import SEVERITIES, Document, Finding, Lang, Pair, Result, Score, Severity, Side, Skipped
from aligner.reports._place import places
from aligner.text.screen import beginning, one_line

Style = Literal["plain", "mono", "color"]
_NO_FILE = ("stdin", "text")  # ids of what is read from elsewhere
_QUOTED = 40  # columns of the words that a line about a finding quotes


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """How a report is to look; the defaults suit a file.

    `first_side` is the side that was read from the file named first. `findings_only` leaves out the pairs that
    have none. `width` counts the columns of the terminal; `style` says whether it shows colours, only bold and
    underline (`mono`), or neither. See `aligner.reports.for_stream`. `lang` is the language of the interface, where
    a report has one: what findings say stays as it is. `by_risk` shows the riskiest pairs first, where pairs are
    read from the top.
    """

    first_side: Side = "source"
    findings_only: bool = False
    width: int = 100
    style: Style = "plain"
    lang: Lang = "en"
    by_risk: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """A format: one file in `aligner/reports/` that assigns `REPORT`.

    `render` takes Results one after the other and yields chunks of text, lines ending in a line feed, or of bytes
    where the format is `binary`, which cannot be shown on a screen.
    `extensions` are those of the files it is written to, with their dot. `streams` says that it needs no more
    memory for many documents than for one; it then yields something for each, be it nothing (`""`), so that several
    reports can be written in step. `for_people` says that it is read as it appears, so that what was not
    checked and what fails need not be said beside it. `holds_pairs` says that the texts of all pairs are in it, so that
    it makes sense where nothing is checked.
    """

    id: str
    title: str
    extensions: tuple[str, ...]
    render: Callable[[Iterable[Result], RenderOptions], Iterator[str] | Iterator[bytes]]
    streams: bool = True
    for_people: bool = False
    binary: bool = False
    holds_pairs: bool = False


def told(finding: Finding) -> str:
    """Return all that a report of one line a finding says: the message, its words, the number of places, the advice.

    >>> told(Finding("x", "Fluency", "minor", 1, "two spaces; write “a b”", suggestion="a b", count=2))
    'two spaces (2 places). Write: a b'
    """
    words = with_words(without_advice(finding), words_of(finding))
    places = f" ({finding.count} places)" if finding.count > 1 else ""
    said, write = f"{words}{places}", advice(finding)
    ended = said.endswith((".", "!", "?", "。"))
    return f"{said}{' ' if ended else '. '}{write}" if write else said


def said(finding: Finding) -> str:
    """Return the message with the number of places, without what to write, for a report that marks the words."""
    places = f" ({finding.count} places)" if finding.count > 1 else ""
    return f"{without_advice(finding)}{places}"


def in_pairs(result: Result) -> dict[int, list[Finding]]:
    """Return the findings that count and have a place in a pair, by its id, in their order."""
    found: dict[int, list[Finding]] = {}
    for finding in result.counted:
        for pair in dict.fromkeys(place.pair for place in places(finding)):
            found.setdefault(pair, []).append(finding)
    return found


def worst(findings: Iterable[Finding]) -> Severity | None:
    """Return the highest severity, None where there is no finding."""
    return max((finding.severity for finding in findings), key=SEVERITIES.index, default=None)


def shown_pairs(result: Result, options: RenderOptions) -> Iterator[tuple[Pair, list[Finding]]]:
    """Yield all pairs in the order that is wanted, each with its findings."""
    found = in_pairs(result)
    for pair in result.riskiest() if options.by_risk else result.pairs:
        yield pair, found.get(pair.id, [])


def advice(finding: Finding) -> str:
    """Say what to write, in the words that all reports have; empty where there is no suggestion."""
    if finding.suggestion is None:
        return ""
    return f"Write: {finding.suggestion}" if finding.suggestion else "Leave it out."


def words_of(finding: Finding) -> tuple[str, ...]:
    """Return the words concerned, of both sides; of a finding that stands for several, those of the first place."""
    own = [span for span in (finding.source, finding.target) if span]
    first = finding.places[:1]
    spans = own or [span for place in first for span in (place.source, place.target) if span]
    return tuple(span.words for span in spans)


def with_words(message: str, words: Iterable[str]) -> str:
    """Add the words concerned to a message that names none of them, so that no two findings look the same.

    >>> with_words("this part has no counterpart", ["No adverse events were seen."])
    'this part has no counterpart: “No adverse events were seen.”'
    """
    given = [one_line(text) for text in words if text.strip()]
    if not given or any(text in message for text in given):
        return message
    return f"{message.removesuffix('.')}: {' → '.join(f'“{beginning(text, _QUOTED)}”' for text in given)}"


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


def names(document: Document) -> str:
    """Name the files of a document: the source and the translation, or the one that holds both, and what it is there.

    >>> names(Document("PMID 7", "export.xml", "pubmed", (), ())), names(Document("a", "a.csv", "csv", (), ()))
    ('export.xml: PMID 7', 'a.csv')
    """
    files = " → ".join(dict.fromkeys((document.path_of("source"), document.path_of("target"))))
    alone = document.id in _NO_FILE or PurePath(document.path).name.startswith(document.id)
    return files if files and alone else ": ".join(filter(None, (files, document.id)))


def file_of(skipped: Skipped, result: Result) -> str:
    """Return the file that something was not checked in: the one at fault, else the translation."""
    return skipped.what if _is_whole(skipped, result) else result.document.path_of("target")


def reason(skipped: Skipped, result: Result) -> str:
    """Say what was not checked and why; what is a file as a whole, see `file_of`, needs no name."""
    return skipped.why if _is_whole(skipped, result) else f"{skipped.what}: {skipped.why}"


def _is_whole(skipped: Skipped, result: Result) -> bool:
    return skipped.what in (result.document.path_of("source"), result.document.path_of("target"))


def peek(results: Iterable[Result]) -> tuple[bool, Iterator[Result]]:
    """Say whether there is more than one result, and give all of them back; holds two at the most.

    >>> several, everything = peek(iter("ab"))
    >>> several, list(everything)
    (True, ['a', 'b'])
    """
    rest = iter(results)
    head = list(islice(rest, 2))
    return len(head) > 1, chain(head, rest)
