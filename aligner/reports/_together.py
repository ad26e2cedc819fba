"""Several reports of one run: all of them take a Result as it comes, so that none is held for the others."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from aligner.model import Result
from aligner.reports._report import RenderOptions, Report

Take = Callable[[str | bytes], bool]


@dataclass(frozen=True, slots=True)
class Writing:
    """A report on its way: `take` gets its chunks, and returns False where no more are wanted."""

    report: Report
    options: RenderOptions
    take: Take


def write_together(results: Iterable[Result], writings: Sequence[Writing]) -> None:
    """Write reports in step: none goes on to the next Result but one before all are done with this."""
    shared = _Shared(iter(results))
    rows = [_Row(writing, shared) for writing in writings]
    step = 0
    while rows:
        step += 1
        rows = [row for row in rows if row.went_on(step)]


class _Shared:
    """Results that several reports take, each held until the last one has it."""

    def __init__(self, results: Iterator[Result]) -> None:
        self._results = results
        self._waiting: list[deque[Result]] = []

    def join(self) -> deque[Result]:
        """Return what waits for a further report."""
        self._waiting.append(deque())
        return self._waiting[-1]

    def leave(self, own: deque[Result]) -> None:
        """Let a report go."""
        self._waiting = [other for other in self._waiting if other is not own]

    def draw(self) -> bool:
        """Fetch one more Result for all; False at the end."""
        for result in self._results:
            for waiting in self._waiting:
                waiting.append(result)
            return True
        return False


class _Row:
    def __init__(self, writing: Writing, shared: _Shared) -> None:
        self._take, self._shared = writing.take, shared
        self._waiting = shared.join()
        self._taken = 0
        self._chunks: Iterator[str | bytes] = iter(writing.report.render(self._results(), writing.options))

    def _results(self) -> Iterator[Result]:
        while self._waiting or self._shared.draw():
            self._taken += 1
            yield self._waiting.popleft()

    def went_on(self, step: int) -> bool:
        """Write until the next Result is asked for; False where there is no more to write."""
        while self._taken <= step:
            chunk = next(self._chunks, None)
            if chunk is None or not self._take(chunk):
                self._shared.leave(self._waiting)
                return False
        return True
