"""Where a paragraph stands in the tables of a page, as it is read from its beginning to its end."""

from __future__ import annotations

from dataclasses import dataclass, field

from aligner.word.flow import Cell

_WIDEST = 1000  # columns and rows that a cell may say that it takes


@dataclass(frozen=True, slots=True)
class Laid:
    """The paragraphs of a text, each with its start and its cell, and all cells, be they empty."""

    paragraphs: tuple[tuple[int, str, Cell | None], ...]
    cells: tuple[Cell, ...]


@dataclass(slots=True)
class _Table:
    number: int
    row: int = 0
    column: int = 0
    taken: dict[int, int] = field(default_factory=dict)  # by column, the last row of a cell from above
    cell: Cell | None = None


class Grid:
    """Counts tables, rows and columns; tables may stand in cells of others.

    >>> grid = Grid()
    >>> grid.table(); grid.row(); first = grid.cell(rows=2); second = grid.cell(); grid.row(); third = grid.cell()
    >>> [(cell.row, cell.columns) for cell in (first, second, third)]
    [(1, range(1, 2)), (1, range(2, 3)), (2, range(2, 3))]
    """

    def __init__(self) -> None:
        self.cells: list[Cell] = []
        self._open: list[_Table] = []
        self._count = 0

    @property
    def now(self) -> Cell | None:
        """The cell that is being read."""
        return self._open[-1].cell if self._open else None

    def table(self) -> None:
        """Begin a table."""
        self._count += 1
        self._open.append(_Table(self._count))

    def row(self) -> None:
        """Begin a row."""
        for table in self._open[-1:]:
            table.row, table.column, table.cell = table.row + 1, 0, None

    def cell(self, *, columns: int = 1, rows: int = 1, heads: bool = False) -> Cell | None:
        """Begin a cell and return it; outside a table it is none."""
        for table in self._open[-1:]:
            table.row = table.row or 1
            start = table.column + 1
            while table.taken.get(start, 0) >= table.row:
                start += 1
            found = Cell(table.number, table.row, range(start, start + min(max(columns, 1), _WIDEST)), heads)
            if rows > 1:
                table.taken |= dict.fromkeys(found.columns, table.row + min(rows, _WIDEST) - 1)
            table.column, table.cell = found.columns.stop - 1, found
            self.cells.append(found)
        return self.now

    def end_cell(self) -> None:
        """End the cell that is being read."""
        for table in self._open[-1:]:
            table.cell = None

    def end_table(self) -> None:
        """End a table."""
        del self._open[-1:]
