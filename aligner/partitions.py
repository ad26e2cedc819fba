"""Checks and aligns DataFrames: pure functions from one DataFrame to another, for a map over partitions.

What comes back has the same columns and dtypes for any input, one without rows among them. The rows of one `doc` are
one document, which some rules look at as a whole: keep them in one partition.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from aligner import frames, readers
from aligner.config import Config
from aligner.errors import AlignerError, ConfigError, InputError
from aligner.model import Block, Document, Lang, Pair, Result, other_lang
from aligner.pipeline import Pipeline, configured
from aligner.text.splitting import whole

if TYPE_CHECKING:
    import pandas as pd

_TEXTS = ("source", "target")


def check_frame(df: pd.DataFrame, source: Lang = "en", target: Lang = "zh", **options: object) -> pd.DataFrame:
    """Check sentence pairs, one a row of `source` and `target`; an optional `doc` says what belongs together.

    What is missing or blank on one side is a sentence without counterpart, on both it is left out. Returns the
    findings as `aligner.frames.findings` has them, and `row`, the index label of the pair (missing for a finding
    about the document). `options` are the fields of `aligner.config.Config`.

    >>> import pandas as pd
    >>> pairs = pd.DataFrame({"source": ["Knee pain.", "12 women."], "target": ["膝关节疼痛。", "21名女性。"]})
    >>> check_frame(pairs)[["row", "rule", "target_text"]].values.tolist()
    [[1, 'numbers', '21']]

    Raises:
        ConfigError: a column is missing, or a language or an option is none.
    """
    config = _config(df, source, target, options)
    found = [_with_rows(*_checked(name, rows, config), df) for name, rows in _documents(df)]
    return _together(found or [_with_rows(_nothing(config), {}, df)])


def align_frame(df: pd.DataFrame, source: Lang = "en", target: Lang = "zh", **options: object) -> pd.DataFrame:
    """Pair the sentences of documents, one a row of the columns `source` and `target`, each a whole text.

    An optional `doc` names them, else their index labels do. Returns the pairs as `aligner.frames.pairs` has them.

    >>> import pandas as pd
    >>> texts = pd.DataFrame({"doc": ["a"], "source": ["Pain. Swelling."], "target": ["疼痛。肿胀。"]})
    >>> align_frame(texts)[["doc", "source", "target"]].values.tolist()
    [['a', 'Pain.', '疼痛。'], ['a', 'Swelling.', '肿胀。']]

    Raises:
        ConfigError: a column is missing, or a language or an option is none.
        InputError: a text is of another language; the message names its document.
    """
    config = _config(df, source, target, options)
    names = df["doc"] if "doc" in df.columns else df.index.to_series()
    rows = zip(names, *(df[side] for side in _TEXTS), strict=True)
    found = [frames.pairs(_aligned(str(name), _text(ours), _text(theirs), config)) for name, ours, theirs in rows]
    return _together(found or [frames.pairs(_nothing(config))])


def _config(df: pd.DataFrame, source: Lang, target: Lang, options: dict[str, object]) -> Config:
    for column in _TEXTS:
        if column not in df.columns:
            raise ConfigError(f"the frame has no column '{column}'", "name its columns source and target")
    config = configured({**options, "source": source})
    if target != other_lang(source):
        raise ConfigError(f"target is {target!r}", f"it is '{other_lang(source)}' where the source is '{source}'")
    return config


@cache
def _pipeline(config: Config) -> Pipeline:
    """Return what a process needs for a configuration, which takes longer to load than a partition to check."""
    return Pipeline(config)


def _documents(df: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    if "doc" not in df.columns:
        if len(df):
            yield "frame", df
        return
    for name, rows in df.groupby("doc", sort=False, dropna=False):
        yield str(name), rows


def _checked(name: str, rows: pd.DataFrame, config: Config) -> tuple[Result, dict[int, Any]]:
    """Check one document, and say which row each pair is."""
    texts = [
        (label, _text(a), _text(b)) for label, a, b in zip(rows.index, rows["source"], rows["target"], strict=True)
    ]
    kept = [(label, a, b) for label, a, b in texts if a or b]
    document, pairs = _paired(name, [(a, b) for _, a, b in kept], config)
    return _pipeline(config).checked(document, pairs), {k: label for k, (label, _, _) in enumerate(kept, 1)}


def _paired(name: str, texts: list[tuple[str, str]], config: Config) -> tuple[Document, tuple[Pair, ...]]:
    lang = config.source or "en"
    sides = [tuple(Block(text, line=k) for k, text in enumerate(side, 1) if text) for side in zip(*texts, strict=True)]
    ours, theirs = sides or [(), ()]
    document = Document(name, "", "frame", ours, theirs, lang, other_lang(lang), presegmented=True)
    source, target = iter(whole(ours, lang)), iter(whole(theirs, other_lang(lang)))
    pairs = tuple(
        Pair(number, (next(source),) if a else (), (next(target),) if b else (), float(bool(a and b)), "given")
        for number, (a, b) in enumerate(texts, 1)
    )
    return document, pairs


def _aligned(name: str, source: str, target: str, config: Config) -> Result:
    """Pair the sentences of one document; a side without text leaves the other one without counterpart."""
    if source and target:
        try:
            document = replace(readers.document(source, target, config), id=name)
        except AlignerError as error:
            raise InputError(f"document {name}: {error}", "look at its texts, or leave it out") from error
    else:
        document, _ = _paired(name, [(source, target)], config)
        document = replace(document, presegmented=False)
    return Result(*_pipeline(config).settled(document))


def _nothing(config: Config) -> Result:
    return Result(_paired("", [], config)[0], ())


def _with_rows(result: Result, labels: dict[int, Any], df: pd.DataFrame) -> pd.DataFrame:
    import pandas as pd

    found = frames.findings(result)
    whole_numbers = pd.api.types.is_integer_dtype(df.index.dtype)
    rows = [None if pd.isna(pair) else labels[pair] for pair in found["pair"]]
    found.insert(1, "row", pd.Series(rows, dtype="Int64" if whole_numbers else "object"))
    return found


def _together(found: list[pd.DataFrame]) -> pd.DataFrame:
    import pandas as pd

    return pd.concat(found, ignore_index=True)


def _text(value: object) -> str:
    """Return a text, empty for one that is missing or blank."""
    return value if isinstance(value, str) and value.strip() else ""
