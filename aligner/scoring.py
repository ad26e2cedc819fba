"""Scores a translation against reference translations, with or without its source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from aligner import readers
from aligner.config import Config
from aligner.errors import InputError
from aligner.model import Block, Lang, Score, Segment, other_lang
from aligner.pipeline import Pipeline
from aligner.scores import Parallel, Path, ScoreContext, through
from aligner.scores import run as run_scores
from aligner.text.languages import lang_of
from aligner.text.splitting import split, whole

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Scored:
    """A translation beside its references, and what it scores; the scores have a value for each of its texts."""

    lang: Lang
    texts: Parallel
    scores: tuple[Score, ...]


def score(pipeline: Pipeline, translation: str, references: Sequence[str], source: str | None = None) -> Scored:
    """Score a file against others that translate the same.

    Files with as many lines as each other are scored line by line, unless that is one line, which may well hold a
    text. Else their sentences are aligned first: through the source where it is given, since that says best what
    belongs together; if not, by lengths and the characters that they share.

    Raises:
        InputError: a file cannot be read, or is of another language.
    """
    lines = [lines_of(path, pipeline.config) for path in (translation, *references)]
    lang = _language(translation, lines[0])
    for path, found in zip(references, lines[1:], strict=True):
        if _language(path, found) != lang:
            raise InputError(f"{path}: is of another language than {translation}", "give references in its language")
    if cut_alike(lines):
        texts = Parallel(tuple(lines[0]), tuple(map(tuple, lines[1:])))
    elif source is not None:
        texts = _through_source(pipeline, translation, references, source, lang)
    else:
        texts = _by_characters([_sentences(found, lang, pipeline.config) for found in lines], lang)
    texts = replace(texts, of_pair=tuple(range(len(texts.hypotheses))))
    return Scored(lang, texts, against(texts, lang))


def against(texts: Parallel, lang: Lang) -> tuple[Score, ...]:
    """Return the scores that need a reference."""
    from aligner import registry

    scorers = [scorer for scorer in registry.load("aligner.scores", "SCORE") if scorer.needs_reference]
    return run_scores((), ScoreContext(other_lang(lang), lang, reference=texts), scorers)


def cut_alike(files: Sequence[Sequence[str]]) -> bool:
    """Say whether files can be scored line by line: they have as many lines as each other, and more than one.

    >>> cut_alike([["a", "b"], ["c", "d"]]), cut_alike([["a. b."], ["c. d."]])
    (True, False)
    """
    sizes = {len(lines) for lines in files}
    return len(sizes) == 1 and max(sizes) > 1


def lines_of(path: str, config: Config) -> list[str]:
    """Return the lines of a file as they stand.

    Raises:
        InputError: it cannot be read.
    """
    found = _LINE_END.split(readers.read_lines(path, config).text)
    return found[:-1] if found[-1] == "" else found


def _language(path: str, lines: Sequence[str]) -> Lang:
    lang = lang_of("\n".join(lines))
    if lang is None:
        raise InputError(f"{path}: is neither English nor Chinese", "give a text in one of them")
    return lang


def _through_source(
    pipeline: Pipeline, translation: str, references: Sequence[str], source: str, lang: Lang
) -> Parallel:
    config = replace(pipeline.config, source=other_lang(lang), reference=tuple(references))
    own = replace(pipeline, config=config)
    document = readers.read(source, translation, config)
    texts = own.parallel(document, own.align(document))
    assert texts is not None, "there are references"
    return texts


def _by_characters(sides: Sequence[Sequence[str]], lang: Lang) -> Parallel:
    from aligner.alignment import monolingual

    own, *others = sides
    itself = Path(own, [(k, k) for k in range(len(own) + 1)])
    return through("characters", itself, [Path(other, monolingual.align(own, other)) for other in others], lang)


def _sentences(lines: Sequence[str], lang: Lang, config: Config) -> list[str]:
    blocks = tuple(Block(line, line=number) for number, line in enumerate(lines, 1) if line.strip())
    found: tuple[Segment, ...] = whole(blocks, lang) if config.sentences else split(blocks, lang)
    return [segment.text for segment in found]
