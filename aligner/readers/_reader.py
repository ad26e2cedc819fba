"""What a reader is, and the text that it makes of a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from aligner.config import Config
from aligner.model import Block, Document


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a file, where it came from, and what to say about how it was read.

    Where markup was taken out, `offsets` holds for each character its offset in the file, and `line_starts` the
    offsets at which the file's lines begin; paragraphs are then parted by blank lines. `aside` is what the format
    says is no text, as code is.
    """

    text: str
    name: str
    warnings: tuple[str, ...] = ()
    format: str = "text"
    offsets: tuple[int, ...] | None = None
    line_starts: tuple[int, ...] = ()
    aside: tuple[Block, ...] = ()

    def block(self, start: int, end: int, line: int, column: int = 1) -> Block:
        """Cut a block out of the text; `line` and `column` are those of the text, and of a file without markup."""
        text = self.text[start:end]
        if self.offsets is None:
            return Block(text, address=f"line {line}", line=line, column=column)
        cut = Block(text, offsets=self.offsets[start:end], line_starts=self.line_starts)
        line, column = cut.place(0) if text else (line, column)
        return Block(text, "body", f"line {line}", line, column, cut.offsets, cut.line_starts)


@dataclass(frozen=True, slots=True)
class Reader:
    """A format: one file in `aligner/readers/` that assigns `READER`.

    `read` takes the bytes of a file, its name as it is to be shown, and the configuration; it returns the text, in
    one language or both, or the Document where the format holds both sides, one beside the other. `extensions` are
    those of the format's files, with their dot.
    """

    id: str
    title: str
    extensions: tuple[str, ...]
    read: Callable[[bytes, str, Config], Source | Document]
