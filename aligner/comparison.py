"""Compares several translations of one source: with each other, by what is found in them, and against references."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path as FilePath
from statistics import fmean
from typing import TYPE_CHECKING, Any, Literal

from aligner import readers, registry
from aligner.errors import ConfigError
from aligner.model import Lang, Result, Score, other_lang
from aligner.pipeline import Pipeline, configured
from aligner.scores import Parallel, ScoreContext, path, through
from aligner.scores.chrf import metric as chrf
from aligner.scoring import cut_alike, lines_of

if TYPE_CHECKING:
    import pandas as pd

    from aligner.plots import ComparisonPictures

Test = Literal["bs", "ar"]
"""Paired bootstrap resampling, or approximate randomisation, as sacrebleu calls them."""


@dataclass(frozen=True, slots=True)
class System:
    """A translation: what a check of it brought to light, its text cut as that of the others, and its scores.

    `p` holds, by score, how likely a difference to the first system as large as this one is by chance.
    """

    name: str
    path: str
    result: Result
    texts: tuple[str, ...]
    scores: tuple[Score, ...]
    p: Mapping[str, float]

    @property
    def rules(self) -> Counter[str]:
        """How many findings each rule has."""
        return Counter(finding.rule for finding in self.result.findings)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The systems, the first one the baseline. `aligned` is `source`, or empty where texts stand line by line."""

    systems: tuple[System, ...]
    references: tuple[tuple[str, ...], ...]
    aligned: str

    @property
    def plot(self) -> ComparisonPictures:
        """Pictures of the comparison, see `aligner.plots`; they need the extra `plots`."""
        from aligner import plots

        return plots.ComparisonPictures(self.systems)

    def scores_frame(self) -> pd.DataFrame:
        """Return a row a score of each system.

        Columns: `system`, `name`, `value`, `low` and `high` (of the interval), `p` (how likely so large a difference
        to the first system is by chance), `signature`; what cannot be told is missing.
        """
        import pandas as pd

        rows = [
            (
                system.name,
                score.name,
                score.value,
                *(score.ci or (None, None)),
                system.p.get(score.name),
                score.signature,
            )
            for system in self.systems
            for score in system.scores
        ]
        frame = pd.DataFrame(rows, columns=["system", "name", "value", "low", "high", "p", "signature"])
        return frame.astype(dict.fromkeys(("value", "low", "high", "p"), "float64"))


def compare(
    source: str, translations: Sequence[str], references: Sequence[str] = (), test: Test = "bs", **options: object
) -> Comparison:
    """Check translations of one source, and score them beside each other; all of them are paths.

    `options` are the fields of `aligner.config.Config`. See `compared`.
    """
    return compared(Pipeline(configured(options)), source, translations, references, test)


def compared(
    pipeline: Pipeline, source: str, translations: Sequence[str], references: Sequence[str] = (), test: Test = "bs"
) -> Comparison:
    """Check translations of one source, and score them beside each other.

    Files with as many lines as each other, and more than one, are scored line by line, those that are empty in all
    left out; else their sentences are aligned through the source, and joined to what all of them say of the same.

    Raises:
        ConfigError: there are less than two translations. InputError: a file cannot be read.
    """
    if len(translations) < 2:
        raise ConfigError("there is nothing to compare with", "name the source, and two or more translations of it")
    pipeline = replace(pipeline, config=replace(pipeline.config, source=None, reference=None))
    found = [_paired(pipeline, source, name) for name in (*translations, *references)]
    lang = found[0].document.target_lang
    texts = _beside(pipeline, [*translations, *references], found, lang)
    ours, theirs = (texts.hypotheses, *texts.references)[: len(translations)], texts.references[len(translations) - 1 :]
    scores, p = _against(ours, theirs, lang, test)
    agreements = agreement(ours, lang)
    systems = []
    for k, name in enumerate(_names(translations)):
        checked = pipeline.checked(found[k].document, found[k].pairs)
        all_scores = (*scores[k], agreements[k], *checked.scores)
        systems.append(System(name, translations[k], checked, ours[k], all_scores, p[k]))
    return Comparison(tuple(systems), theirs, texts.aligned)


def agreement(systems: Sequence[Sequence[str]], lang: Lang) -> list[Score]:
    """Return how far each translation agrees with the others: its chrF against each of them, segment by segment.

    The value is the mean over segments, that of a segment the mean over the other translations.
    """
    metric = chrf(lang)
    scores = []
    for k, ours in enumerate(systems):
        others = [side for number, side in enumerate(systems) if number != k]
        rows = list(zip(ours, *others, strict=True))
        each = tuple(fmean(metric.sentence_score(own, [other]).score for other in rest) for own, *rest in rows)
        how = f"{metric.get_signature()}|against:{len(others)} translations|mean:segments|segments:{len(each)}"
        scores.append(Score("agreement", fmean(each), how, per_pair=each))
    return scores


def _paired(pipeline: Pipeline, source: str, translation: str) -> Result:
    document = readers.read(source, translation, pipeline.config)
    return Result(*pipeline.settled(document))


def _beside(pipeline: Pipeline, names: Sequence[str], found: Sequence[Result], lang: Lang) -> Parallel:
    lines = [lines_of(name, pipeline.config) for name in names]
    if cut_alike(lines):
        first, *others = zip(*filter(any, zip(*lines, strict=True)), strict=True)
        return Parallel(first, tuple(others))
    first_path, *paths = (path(result.pairs) for result in found)
    return through("source", first_path, paths, lang)


def _against(
    systems: Sequence[tuple[str, ...]], references: tuple[tuple[str, ...], ...], lang: Lang, test: Test
) -> tuple[list[list[Score]], list[dict[str, float]]]:
    """Return the scores of each system against the references, and how likely each difference to the first is."""
    scores: list[list[Score]] = [[] for _ in systems]
    p: list[dict[str, float]] = [{} for _ in systems]
    if not references:
        return scores, p
    numbers = tuple(range(len(references[0])))
    for scorer in registry.load("aligner.scores", "SCORE"):
        if scorer.metric is None:
            continue
        for k, texts in enumerate(systems):
            asked = Parallel(texts, references, of_pair=numbers)
            scores[k] += scorer.compute((), ScoreContext(other_lang(lang), lang, reference=asked))
        name = scores[0][-1].name
        for k, likely in enumerate(_significance(scorer.metric(lang), systems, references, test), 1):
            p[k][name] = likely
    return scores, p


def _significance(
    metric: Any, systems: Sequence[tuple[str, ...]], references: tuple[tuple[str, ...], ...], test: Test
) -> list[float]:
    """Return sacrebleu's p-value of each system but the first; none where a single segment allows no test."""
    from sacrebleu.significance import PairedTest

    if len(systems[0]) < 2:
        return []
    named: list[tuple[str, Sequence[str]]] = [(str(k), list(texts)) for k, texts in enumerate(systems)]
    signatures, results = PairedTest(named, {"": metric}, list(map(list, references)), test)()
    found: Any = results[next(iter(signatures))]
    return [float(result.p_value) for result in found[1:]]


def _names(paths: Sequence[str]) -> list[str]:
    """Return the names of files, short where that tells them apart."""
    for short in (FilePath(name).name.partition(".")[0] for name in paths), (FilePath(name).name for name in paths):
        names = list(short)
        if len(set(names)) == len(names) and all(names):
            return names
    return list(paths)
