"""Where reports go: files, whole or not at all, and standard output."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import IO

from aligner import registry
from aligner.errors import ConfigError, OutputError
from aligner.reports._report import RenderOptions, Report

_PACKAGE, _ATTRIBUTE = "aligner.reports", "REPORT"
_FORMAT = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_UTF8, _STRAY = "utf-8", "backslashreplace"  # a file name may hold half a surrogate pair
_FALLBACK_WIDTH, _NARROWEST = 100, 20
_SCREEN = "-"


@dataclass(frozen=True, slots=True)
class Output:
    """A report to be written to a file; the path `-` is standard output."""

    report: Report
    path: str


def find(report_id: str) -> Report:
    """Return the report of this id.

    Raises:
        ConfigError: there is none.
    """
    report: Report = registry.find(_PACKAGE, _ATTRIBUTE, report_id)
    return report


def parse(argument: str) -> Output:
    """Read what follows `-o`: `FORMAT=PATH`, or a path whose extension says the format.

    A path that has a `=` in its last part needs the format before it.

    >>> output = parse("json=draft.out")
    >>> output.report.id, output.path
    ('json', 'draft.out')
    >>> parse("out/pairs.tsv").report.id
    'tsv'

    Raises:
        ConfigError: no format is named, or none that exists.
    """
    head, equals, tail = argument.partition("=")
    if not equals or not _FORMAT.fullmatch(head):
        return Output(_by_extension(argument), argument)
    report = find(head)
    if not tail:
        raise ConfigError(f"-o {argument}: names no file", f"write -o {head}=PATH")
    if tail == _SCREEN:
        require_text(report)
    return Output(report, tail)


def require_text(report: Report) -> None:
    """Refuse to show on a screen what is no text.

    Raises:
        ConfigError: the report is of a binary format.
    """
    if report.binary:
        raise ConfigError(
            f"'{report.id}' is no text, so it cannot be shown", f"write it to a file: -o {report.id}=PATH"
        )


def _by_extension(path: str) -> Report:
    reports: tuple[Report, ...] = registry.load(_PACKAGE, _ATTRIBUTE)
    suffix = PurePath(path).suffix.lower()
    found = [report for report in reports if suffix in report.extensions]
    if len(found) == 1:
        return found[0]
    if found:
        choices = ", ".join(f"-o {report.id}=PATH" for report in found)
        raise ConfigError(f"-o {path}: several formats have the extension '{suffix}'", f"write one of {choices}")
    problem = f"its extension '{suffix}' is that of no format" if suffix else "it has no extension that says the format"
    known = sorted((extension, report.id) for report in reports for extension in report.extensions)
    listed = ", ".join(f"{extension} ({report_id})" for extension, report_id in known)
    raise ConfigError(f"-o {path}: {problem}", f"write -o FORMAT=PATH, or use one of {listed}")


def to_file(path: str | Path, chunks: Iterable[str | bytes]) -> None:
    """Write a report to a file, text in UTF-8: whole, or not at all.

    It is written beside its place and moved there once it is whole, so that a report that was there stays until
    then; the new one gets its permissions. What is no regular file (a pipe, `/dev/null`) is written to as it is.

    Raises:
        OutputError: the file cannot be written.
    """
    with writing(path) as write:
        for chunk in chunks:
            write(chunk)


@contextlib.contextmanager
def writing(path: str | Path) -> Iterator[Callable[[str | bytes], None]]:
    """Give a function that writes a file chunk by chunk, see `to_file`.

    Raises:
        OutputError: the file cannot be written.
    """
    try:
        place = Path(os.path.realpath(path))  # a link stays, what it points to is replaced
        if place.is_dir():
            raise OutputError(f"{path}: is a folder", "name a file in it")
        with place.open("wb") if place.exists() and not place.is_file() else _draft(place) as stream:

            def write(chunk: str | bytes) -> None:
                stream.write(_encoded(chunk))

            yield write
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({_reason(error)})", _remedy(error)) from error


def _encoded(chunk: str | bytes) -> bytes:
    return chunk.encode(_UTF8, _STRAY) if isinstance(chunk, str) else chunk


@contextlib.contextmanager
def _draft(place: Path) -> Iterator[IO[bytes]]:
    draft = place.with_name(f".aligner-{os.urandom(8).hex()}.tmp")
    try:
        # Exclusive creation, for the permissions that the user's umask gives and for not following a link.
        with draft.open("xb") as stream:
            yield stream
        if place.exists():
            draft.chmod(place.stat().st_mode & 0o7777)
        draft.replace(place)
    finally:
        draft.unlink(missing_ok=True)


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _remedy(error: OSError) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "make the folder first, or name another"
    if isinstance(error, PermissionError):
        return "choose a folder that you may write to"
    return ""


def to_stream(chunks: Iterable[str | bytes], stream: IO[str]) -> bool:
    """Write a report to standard output, in UTF-8 whatever the locale; say whether all of it was taken.

    A reader that closes the pipe early, as `head` does, is no error.

    Raises:
        OutputError: the stream cannot be written to, as where the disk is full.
    """
    screen = Screen(stream)
    return all(map(screen.take, chunks)) and screen.flush()


class Screen:
    """Standard output, or what stands for it: takes chunks as long as somebody reads them, see `to_stream`."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def take(self, chunk: str | bytes) -> bool:
        """Write a chunk; False where the reader has gone."""
        with self._told() as taken:
            _put(chunk, self._stream)
        return all(taken)

    def flush(self) -> bool:
        """Write what is still held back; False where the reader has gone."""
        with self._told() as taken:
            self._stream.flush()
        return all(taken)

    @contextlib.contextmanager
    def _told(self) -> Iterator[list[bool]]:
        taken: list[bool] = []
        try:
            yield taken
        except BrokenPipeError:
            _silence(self._stream)
            taken.append(False)
        except OSError as error:
            _silence(self._stream)
            raise OutputError(f"standard output: cannot be written ({_reason(error)})") from error


def _put(chunk: str | bytes, stream: IO[str]) -> None:
    raw = getattr(stream, "buffer", None)
    if raw is None:  # a notebook's or a test's stream, which takes any text
        stream.write(chunk if isinstance(chunk, str) else chunk.decode(_UTF8))
        return
    stream.flush()
    raw.write(_encoded(chunk))


def _silence(stream: IO[str]) -> None:
    # The interpreter flushes once more when it ends, and would complain then.
    with contextlib.suppress(OSError, ValueError), Path(os.devnull).open("wb") as nothing:
        os.dup2(nothing.fileno(), stream.fileno())


def for_stream(options: RenderOptions, stream: IO[str], environ: Mapping[str, str] | None = None) -> RenderOptions:
    """Fit the options to a stream: its width, and whether it shows colours.

    Colours need a terminal, and go where `NO_COLOR` is set (bold and underline stay) or `TERM` is `dumb`;
    `FORCE_COLOR` brings them without a terminal. `COLUMNS` sets the width.
    """
    environ = os.environ if environ is None else environ
    terminal = environ.get("TERM") != "dumb" and stream.isatty()
    styled = terminal or bool(environ.get("FORCE_COLOR"))
    width = _width(stream, environ) if terminal or environ.get("COLUMNS") else _FALLBACK_WIDTH
    if not styled:
        return replace(options, width=width, style="plain")
    return replace(options, width=width, style="mono" if environ.get("NO_COLOR") else "color")


def _width(stream: IO[str], environ: Mapping[str, str]) -> int:
    columns = environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns):
        return max(int(columns), _NARROWEST)
    try:
        found = os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        return _FALLBACK_WIDTH
    return max(found, _NARROWEST) if found else _FALLBACK_WIDTH  # a terminal that nobody sized says 0
