"""COMET by unbabel-comet: what a model that learned from experts' judgements makes of each pair, mostly in 0 to 1.

A model that needs references, as COMET, takes the first reference translation; one that needs none, as CometKiwi,
looks at source and translation only.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import fmean
from typing import Any

from aligner.errors import ConfigError, missing
from aligner.model import Pair, Score
from aligner.neural import Running, absent, check_device, in_batches
from aligner.scores._score import Model, ScoreContext, Scorer, signature, two_sided

Sample = dict[str, str]
_USER = "the score 'comet'"
_BATCHES = 16  # between two looks at the bar


class Comet:
    """A COMET model that is run in one way."""

    def __init__(self, model: Any, running: Running) -> None:
        self._model, self._running = model, running

    @property
    def needs_reference(self) -> bool:
        """Whether it takes a reference translation beside source and translation."""
        return bool(self._model.requires_references())

    def values(self, samples: list[Sample]) -> list[float]:
        """Return the value of each sample of `src`, `mt`, and `ref` where it is needed."""
        device = self._running.device or ""
        kind, _, number = device.partition(":")
        gpus = 0 if kind in ("cpu", "mps") or not _has_gpu() else 1
        with _quiet():
            found = self._model.predict(
                samples,
                batch_size=self._running.batch_size,
                gpus=gpus,
                devices=[int(number)] if number and gpus else None,
                accelerator=kind if kind in ("cpu", "mps") else "auto",
                num_workers=0,
                progress_bar=False,
            )
        return [float(value) for value in found.scores]


def _has_gpu() -> bool:
    import torch

    return bool(torch.cuda.is_available())


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep back what the libraries below tell of themselves, on standard error, at each turn."""
    before = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)


def load(name: str, running: Running) -> Comet:
    """Load a COMET model from its folder or checkpoint, or by its name from what is on this machine.

    Raises:
        InputError: it is not there, or no such model. ConfigError: there is no such device.
        MissingExtraError: unbabel-comet is not installed.
    """
    with _quiet():
        try:
            import comet
        except ImportError as error:
            raise missing(_USER, "unbabel-comet", "comet") from error
        check_device(running.device)
        try:
            model = comet.load_from_checkpoint(_checkpoint(name, running), local_files_only=not running.download)
        except Exception as error:
            raise absent(name, "COMET model", running) from error
    return Comet(model, running)


def _checkpoint(name: str, running: Running) -> str:
    """Return the file with the weights; comet's own search would go to the network where a model is not found."""
    if name.endswith(".ckpt"):
        return name
    folder = name
    if not Path(name).is_dir():
        from huggingface_hub import snapshot_download

        folder = snapshot_download(name, local_files_only=not running.download)
    return str(next(Path(folder).glob("checkpoints/*.ckpt")))


def compute(pairs: Sequence[Pair], context: ScoreContext) -> Iterator[Score]:
    """Yield `comet`: the mean over the pairs that have two sides, or over the texts that stand beside a reference.

    Raises:
        ConfigError: the model needs a reference, and there is none.
    """
    model: Model = context.models["comet"]
    samples, of_pair = _referenced(pairs, context) if model.loaded.needs_reference else _plain(pairs)
    size = _BATCHES * model.batch_size
    found = in_batches(samples, size, model.loaded.values, context.progress)
    per_pair = tuple(None if number is None else found[number] for number in of_pair)
    how = signature(mean="pairs", model=model.name, reference=int(model.loaded.needs_reference), n=len(found))
    yield Score("comet", fmean(found) if found else None, how, per_pair=per_pair)


def _plain(pairs: Sequence[Pair]) -> tuple[list[Sample], list[int | None]]:
    """Return a sample for each pair with two sides, and which one each pair has."""
    samples: list[Sample] = []
    of_pair: list[int | None] = []
    for pair in pairs:
        of_pair.append(len(samples) if two_sided(pair) else None)
        if two_sided(pair):
            samples.append({"src": pair.source_text, "mt": pair.target_text})
    return samples, of_pair


def _referenced(pairs: Sequence[Pair], context: ScoreContext) -> tuple[list[Sample], list[int | None]]:
    """Return a sample for each text that stands beside a reference, with the sources of all its pairs."""
    texts = context.reference
    if texts is None:
        raise ConfigError(f"{_USER} has a model that needs a reference", "give one with --reference, or another model")
    sources: dict[int, list[str]] = {}
    for pair, number in zip(pairs, texts.of_pair, strict=True):
        if number is not None and pair.source:
            sources.setdefault(number, []).append(pair.source_text)
    glue = " " if context.source_lang == "en" else ""
    kept = [k for k in sorted(sources) if texts.hypotheses[k].strip() and texts.references[0][k].strip()]
    place = {number: k for k, number in enumerate(kept)}
    samples = [{"src": glue.join(sources[k]), "mt": texts.hypotheses[k], "ref": texts.references[0][k]} for k in kept]
    return samples, [None if number is None else place.get(number) for number in texts.of_pair]


SCORE = Scorer(
    "comet",
    "COMET or CometKiwi, which learned from experts' judgements (neural, optional)",
    compute,
    figures=("comet",),
    best=1,
    load=load,
)
"""Its model is named in the settings; without one it is left out."""
