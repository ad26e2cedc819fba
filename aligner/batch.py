"""Many documents, several at a time: what breaks one hides nothing of the others, and the order stays.

What cannot be checked becomes a result as well, one that holds nothing but the reason.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from aligner import readers
from aligner.config import Config
from aligner.errors import AlignerError
from aligner.model import Document, Result, Skipped
from aligner.pipeline import Notify, Pipeline
from aligner.version import __version__

_WAITING = 2  # documents a process that are sent ahead of those that are taken
_WORTHWHILE = 4  # documents that a further process has to have, since starting one takes as long as checking some

_DEAF = (signal.SIGINT, signal.SIG_IGN)


@dataclass(frozen=True, slots=True)
class Job:
    """A document to be checked: its files and its configuration."""

    paths: tuple[str, ...]
    config: Config


def processes(jobs: int, wanted: int | None = None) -> int:
    """Return how many processes a number of documents is worth.

    >>> processes(3), processes(1000, 2)
    (1, 2)
    """
    if wanted is not None:
        return max(1, min(wanted, jobs))
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, jobs // _WORTHWHILE))


def run(jobs: Sequence[Job], workers: int, notify: Notify | None = None) -> Iterator[Result]:
    """Check the documents and yield their results in order.

    Raises:
        AlignerError: a glossary or a lexicon cannot be used, which concerns all of them.
    """
    for config in dict.fromkeys(job.config for job in jobs):
        _prepare(config, notify)
    if workers == 1:
        yield from chain.from_iterable(map(_check, jobs))
        return
    done = 0
    try:
        for results in _in_parallel(jobs, workers):
            done += 1
            yield from results
    except BrokenProcessPool:  # one of them took its process down with it; find out which
        for job in jobs[done:]:
            yield from _alone(job)


def run_parts(
    documents: Iterator[Document], config: Config, workers: int, notify: Notify | None = None
) -> Iterator[Result]:
    """Check documents as they are read, and yield their results in order; few are held at a time.

    Raises:
        AlignerError: a glossary or a lexicon cannot be used, or what is read is at fault.
    """
    _prepare(config, notify)
    if workers == 1:
        for document in documents:
            yield from _check_part(config, document)
        return
    with _Pool(workers) as submit:
        submit(_ready).result()  # the processes are forked before anything is read, and so shown
        parts = _in_order((submit(_check_part, config, document) for document in documents), workers)
        yield from chain.from_iterable(parts)


def unchecked(paths: Sequence[str], why: str, *, failed: bool) -> Result:
    """Return the result of what could not be checked; the fault is that of the file that `why` begins with."""
    at_fault = next((path for path in paths if why.startswith(f"{path}: ")), paths[-1])
    why = why.removeprefix(f"{at_fault}: ")
    document = Document(Path(paths[0]).stem, paths[0], "", (), (), target_path=paths[-1])
    return Result(document, (), skipped=(Skipped(at_fault, why, failed),), version=__version__)


_PIPELINES: dict[Config, Pipeline] = {}  # of this process, and what it shares with those forked from it


def _pipeline(config: Config, notify: Notify | None = None) -> Pipeline:
    return _PIPELINES.setdefault(config, Pipeline(config, notify))


def _prepare(config: Config, notify: Notify | None) -> None:
    """Load what a configuration needs before processes are forked, which then share it; find its faults once."""
    pipeline = _pipeline(config, notify)
    _ = pipeline.lexicon, pipeline.terms, pipeline.rules, pipeline.encoder


def _check(job: Job) -> list[Result]:
    """Check the files of a job, one of which may hold several documents."""
    return _guarded(job.paths, lambda: [_pipeline(job.config).check(document) for document in _documents(job)])


def _documents(job: Job) -> Iterable[Document]:
    path, *other = job.paths
    if other:
        return (readers.read(path, other[0], job.config),)
    in_parts = readers.in_parts(path, job.config)
    return readers.stream(path, None, job.config) if in_parts else readers.documents(path, job.config)


def _check_part(config: Config, document: Document) -> list[Result]:
    return _guarded((document.path,), lambda: [_pipeline(config).check(document)])


def _guarded(paths: Sequence[str], check: Callable[[], list[Result]]) -> list[Result]:
    try:
        return check()
    except AlignerError as error:
        return [unchecked(paths, str(error), failed=True)]
    except Exception as error:  # noqa: BLE001 - whatever happens to one document, the others must be heard
        return [unchecked(paths, f"this is a fault of aligner's own ({_named(error)})", failed=True)]


def _ready() -> None:
    pass


def _named(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"


def _in_parallel(jobs: Sequence[Job], workers: int) -> Iterator[list[Result]]:
    with _Pool(workers) as submit:
        yield from _in_order((submit(_check, job) for job in jobs), workers)


def _in_order(futures: Iterator[Future[list[Result]]], workers: int) -> Iterator[list[Result]]:
    waiting: deque[Future[list[Result]]] = deque()
    for future in futures:
        waiting.append(future)
        if len(waiting) >= _WAITING * workers:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _alone(job: Job) -> list[Result]:
    try:
        with _Pool(1) as submit:
            results: list[Result] = submit(_check, job).result()
            return results
    except BrokenProcessPool:
        return [unchecked(job.paths, "its process ended before it was checked", failed=True)]


class _Pool:
    """Processes that end at once where the user stops waiting."""

    def __init__(self, workers: int) -> None:
        # A user who interrupts the run is answered by this process alone.
        self._executor = ProcessPoolExecutor(workers, initializer=signal.signal, initargs=_DEAF)

    def __enter__(self) -> Callable[..., Future[Any]]:
        return self._executor.submit

    def __exit__(self, *_: object) -> None:
        self._executor.shutdown(wait=True, cancel_futures=True)
