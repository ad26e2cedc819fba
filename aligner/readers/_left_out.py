"""What a reader leaves out of a file, counted by the reason, with the first few by name."""

from __future__ import annotations

from collections.abc import Iterator

from aligner.model import Skipped

_MOST_NAMED = 3


class LeftOut:
    """Counts what is left out; holds few names however many there are.

    >>> left = LeftOut("article")
    >>> left.add("PMID 7", "no abstract in Chinese")
    >>> list(left.skipped())
    [Skipped(what='1 article', why='no abstract in Chinese (PMID 7)', failed=False)]
    """

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._names: dict[str, list[str]] = {}
        self._counts: dict[str, int] = {}

    def add(self, name: str, why: str) -> None:
        """Note one thing that is left out."""
        self._counts[why] = self._counts.get(why, 0) + 1
        named = self._names.setdefault(why, [])
        if len(named) <= _MOST_NAMED and name not in named:
            named.append(name)

    def skipped(self) -> Iterator[Skipped]:
        """Yield what was left out for each reason."""
        for why, count in self._counts.items():
            names = self._names[why]
            shown = ", ".join(names[:_MOST_NAMED]) + (", ..." if len(names) > _MOST_NAMED else "")
            yield Skipped(f"{count} {self._kinds() if count > 1 else self._kind}", f"{why} ({shown})")

    def _kinds(self) -> str:
        return f"{self._kind[:-1]}ies" if self._kind.endswith("y") else f"{self._kind}s"

    def told(self) -> str:
        """Say in one line what was left out; empty where nothing was."""
        return ", ".join(f"{count} {why}" for why, count in self._counts.items())
