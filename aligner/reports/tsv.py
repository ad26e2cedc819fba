r"""The pairs as tab-separated text: a header, then one pair a line.

The columns are `id`, `score`, `source` and `target`; where there are several documents, `doc` stands before
them. A tab, line feed, carriage return or backslash inside a text is written `\t`, `\n`, `\r`, `\\`, so that
every line is one pair, every tab parts two fields, and nothing is lost. Nothing is quoted: read it with
`pandas.read_csv(path, sep="\t", quoting=csv.QUOTE_NONE, keep_default_na=False)`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aligner.model import Result
from aligner.reports._report import RenderOptions, Report, peek

COLUMNS = ("id", "score", "source", "target")
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def render(results: Iterable[Result], options: RenderOptions) -> Iterator[str]:
    """Yield the header, then the pairs of one document after the other."""
    several, documents = peek(results)
    yield _line("doc", *COLUMNS) if several else _line(*COLUMNS)
    for result in documents:
        lead = (result.document.id,) if several else ()
        for pair in result.pairs:
            yield _line(*lead, str(pair.id), f"{pair.score:.4f}", pair.source_text, pair.target_text)


def escape(text: str) -> str:
    r"""Write what would break a line or a field as an escape.

    >>> print(escape("pain\tin C:\\x"))
    pain\tin C:\\x
    """
    return text.translate(_ESCAPES)


def _line(*fields: str) -> str:
    return "\t".join(escape(field) for field in fields) + "\n"


REPORT = Report("tsv", "the pairs, tab-separated", (".tsv",), render, holds_pairs=True)
