"""The counts alone, in one line: of all parts of a file that was too large to be held, or of all documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from aligner.model import SEVERITIES, Result, Severity
from aligner.reports._report import RenderOptions, Report, names
from aligner.text.screen import harmless, one_line


def render(results: Iterable[Result], options: RenderOptions) -> Iterator[str]:
    """Yield the line at the end."""
    paths: dict[str, None] = {}
    pairs, findings, known = 0, Counter[Severity](), 0
    for result in results:
        paths.setdefault(names(result.document))
        pairs += len(result.pairs)
        findings.update(finding.severity for finding in result.counted)
        known += len(result.findings) - len(result.counted)
        yield ""
    counts = [f"{findings[severity]:,} {severity}" for severity in reversed(SEVERITIES) if findings[severity]]
    what = next(iter(paths)) if len(paths) == 1 else f"{len(paths):,} documents"
    noun = "finding" if findings.total() == 1 else "findings"
    told = f"{what}: {pairs:,} pairs, {', '.join(counts) or 'no'} {noun}{f', {known:,} known' if known else ''}"
    yield f"{harmless(one_line(told))}\n"


REPORT = Report("summary", "the counts alone, in one line", (), render)
