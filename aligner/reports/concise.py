"""One line a finding, as compilers write it: `path:line:column: RULE message`, for editors and logs.

In a file without lines, as a Word document, the place is named instead: `path: p[3]: RULE message`; the message about
a unit of a CAT file begins with its name.

What was not checked, and thresholds that are not met, have a line without a column.
Findings that are known already are left out; the report `console` shows them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aligner.model import Result
from aligner.reports._place import region
from aligner.reports._report import RenderOptions, Report, file_of, reason, told
from aligner.text.screen import harmless, one_line


def render(results: Iterable[Result], options: RenderOptions) -> Iterator[str]:
    """Yield the lines of one document after the other, those of a document in its order."""
    for result in results:
        for finding in result.counted:
            at = region(finding, result)
            words = f"{finding.rule} {at.named}{told(finding)} [{finding.severity}]"
            yield _line(f"{at.where}: {words}")
        for skipped in result.skipped:
            yield _line(f"{file_of(skipped, result)}: not checked: {reason(skipped, result)}")
        for breach in result.breaches:
            yield _line(f"{result.document.path_of('target')}: threshold: {breach}")
        yield ""


def _line(text: str) -> str:
    return f"{harmless(one_line(text))}\n"


REPORT = Report("concise", "one line a finding", (), render, for_people=True)
