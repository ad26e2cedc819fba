"""The errors of the package: one hierarchy, every message names the place and says what to do next."""

from __future__ import annotations


class AlignerError(Exception):
    """What the user or the input got wrong; the command line prints it as one line and exits with 2.

    The arguments are kept in `args`, so that an error crosses process borders by pickle. What a file holds may be
    quoted in a message, so line ends are taken out.

    >>> str(AlignerError("draft.docx: is not readable", "save it as text"))
    'draft.docx: is not readable; save it as text'
    >>> str(AlignerError("terms.tbx: it begins with <mar" + chr(13) + "tif>"))
    'terms.tbx: it begins with <mar tif>'
    """

    def __init__(self, problem: str, remedy: str = "") -> None:
        super().__init__(problem, remedy)

    @property
    def problem(self) -> str:
        """What is wrong, beginning with where."""
        return str(self.args[0])

    @property
    def remedy(self) -> str:
        """What to do about it; may be empty."""
        return str(self.args[1])

    def __str__(self) -> str:
        told = f"{self.problem}; {self.remedy}" if self.remedy else self.problem
        return " ".join(told.splitlines())


class InputError(AlignerError):
    """A text that cannot be read: missing, binary, empty, undecodable, in one language only."""


class GlossaryError(AlignerError):
    """A glossary that cannot be used; the problem names file, line and column."""


class ConfigError(AlignerError):
    """An option or a setting that does not exist or has a value it cannot have."""


class OutputError(AlignerError):
    """A report that cannot be written where it was asked for."""


class MissingExtraError(AlignerError):
    """A format or method whose optional packages are not installed."""


def missing(what: str, package: str, extra: str) -> MissingExtraError:
    """Return the error to raise where a package of an extra is not there.

    >>> str(missing("draft.xlsx", "openpyxl", "xlsx"))
    "draft.xlsx: needs openpyxl; in the checkout: pip install '.[xlsx]'"
    """
    return MissingExtraError(f"{what}: needs {package}", f"in the checkout: pip install '.[{extra}]'")
