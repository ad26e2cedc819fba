"""Loads sentence encoders, which are optional: nothing of them is imported, or fetched, before it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from aligner.errors import ConfigError, InputError, missing

Progress = Callable[[float], None]


class Encoder(Protocol):
    """What makes vectors of sentences, as the models of sentence-transformers do."""

    def encode(self, sentences: list[str], /) -> Any:
        """Return an array with a row for each sentence."""


@dataclass(frozen=True, slots=True)
class Running:
    """How a model is run: whether it may be fetched, on which device (None for the best there is), how many texts at
    once.
    """

    download: bool = False
    device: str | None = None
    batch_size: int = 32


@dataclass(frozen=True, slots=True)
class Sentences:
    """A model of sentence-transformers that is run in one way."""

    model: Any
    batch_size: int

    def encode(self, sentences: list[str], /) -> Any:
        """Return an array with a row for each sentence."""
        return self.model.encode(sentences, batch_size=self.batch_size, show_progress_bar=False)


def sentence_encoder(name: str, user: str, running: Running) -> Encoder:
    """Load a model of sentence-transformers from a folder, or by its name from what is on this machine.

    `user` says in messages what needs it.

    Raises:
        InputError: it is not there, or no such model. ConfigError: there is no such device.
        MissingExtraError: sentence-transformers is not installed.
    """
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise missing(user, "sentence-transformers", "neural") from error
    check_device(running.device)
    try:
        model = SentenceTransformer(name, device=running.device, local_files_only=not running.download)
    except Exception as error:
        raise absent(name, "sentence encoder", running) from error
    return Sentences(model, running.batch_size)


def check_device(device: str | None) -> None:
    """Make sure that torch, which is installed, can use a device.

    Raises:
        ConfigError: it cannot, or there is none of this name.
    """
    import torch

    if device is None:
        return
    try:
        torch.zeros(1, device=device)
    except Exception as error:
        raise ConfigError(f"the device '{device}' cannot be used", "name another one, as cpu, cuda or mps") from error


def absent(name: str, kind: str, running: Running) -> InputError:
    """Return the error to raise where a model cannot be loaded."""
    remedy = "check the name and the connection" if running.download else "give its folder, or allow --download"
    return InputError(f"{name}: there is no such {kind} on this machine", remedy)


def in_batches(
    items: list[Any], size: int, work: Callable[[list[Any]], list[float]], progress: Progress
) -> list[float]:
    """Do a work on some items after the other, and say after each which share is done.

    >>> in_batches([1, 2, 3], 2, lambda some: [10.0 * one for one in some], print)
    0.6666666666666666
    1.0
    [10.0, 20.0, 30.0]
    """
    found: list[float] = []
    for start in range(0, len(items), size):
        found += work(items[start : start + size])
        progress(len(found) / len(items))
    return found
