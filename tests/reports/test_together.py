"""Several reports at once, none of which goes far ahead of the others."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from aligner import registry
from aligner.model import Result
from aligner.reports import RenderOptions, Report, Writing, write_together
from tests import factory

REPORTS: tuple[Report, ...] = tuple(r for r in registry.load("aligner.reports", "REPORT") if r.streams)
NUMBER = 12


def results(drawn: list[int]) -> Iterator[Result]:
    for number in range(NUMBER):
        drawn.append(number)
        yield factory.clean(f"clean-{number}")


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.id)
def test_a_report_that_streams_keeps_step(report: Report) -> None:
    drawn: list[int] = []
    most = 0
    chunks = report.render(results(drawn), RenderOptions())
    before = 0
    for _ in chunks:
        most = max(most, len(drawn) - before)
        before = len(drawn)
    assert before == NUMBER
    assert most <= 2


def test_reports_written_together_are_those_written_alone() -> None:
    options = RenderOptions()
    written: dict[str, list[str | bytes]] = {report.id: [] for report in REPORTS}

    def taking(report: Report) -> Writing:
        return Writing(report, options, lambda chunk: written[report.id].append(chunk) is None)

    write_together(results([]), [taking(report) for report in REPORTS])
    for report in REPORTS:
        assert "".join(map(str, written[report.id])) == "".join(map(str, report.render(results([]), options)))


def test_one_that_takes_no_more_does_not_stop_the_others() -> None:
    report, options = REPORTS[0], RenderOptions()
    taken: list[str | bytes] = []
    closed = Writing(report, options, lambda chunk: False)
    write_together(results([]), [closed, Writing(report, options, lambda chunk: taken.append(chunk) is None)])
    assert "".join(map(str, taken)) == "".join(map(str, report.render(results([]), options)))
