"""What a run is asked to do: one frozen value that every stage may read and none changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from aligner.errors import ConfigError
from aligner.model import MQM_WEIGHTS, SEVERITIES, Lang, Severity

FailOn = Severity | Literal["never"]
Changes = Literal["accepted", "rejected"]
Numbers = int | tuple[int, ...]
COLUMNS = ("en", "zh", "doc", "id")


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of a run; the defaults are those of the command line.

    `source` is the language translated from, None to find it. `encoding` forces the encoding of the input,
    `format_in` its format; `changes` says how tracked changes of a Word file are read. `sentences` takes each input
    line as one segment. `realign` pairs anew what came paired. `columns` holds (en, zh, doc or id, the name or the
    number from 1 of that column in a table).
    `glossaries` are further files, `own_glossaries` says whether ours are used too; with `domains`, only the entries
    of these domains are, and those of none.
    `lexicons` are lexicons made by `aligner lexicon train`. `method` is an alignment method, `model` the sentence
    encoder of the method vectors (a folder or a name), which is fetched only with `download`. `score_models` holds
    (score, model) for the scores that need one. Models run on `device`, `batch_size` texts at once. `anchors` are
    pairs that the search must keep: a file of beads, or pairs of segment numbers from 0, each a number or several,
    the first text left. Pairs less sure than `min_confidence` are marked as doubtful.
    `select` and `ignore` say which rules run, see `aligner.selection`; `severity` holds (rule, severity) for those
    that are to have another one than their own. `reference` is a file with a reference translation, or
    several of them.
    `fail_on` is the gate; `min_score` holds (score, least value) and `max_count` (rule or severity, most findings)
    that a document has to meet. `mqm_weights` holds (severity, penalty); the last one of a severity counts.
    """

    source: Lang | None = None
    encoding: str | None = None
    sentences: bool = False
    format_in: str | None = None
    changes: Changes = "accepted"
    realign: bool = False
    columns: tuple[tuple[str, str], ...] = ()
    glossaries: tuple[str, ...] = ()
    own_glossaries: bool = True
    domains: tuple[str, ...] = ()
    lexicons: tuple[str, ...] = ()
    method: str = "lexical"
    model: str | None = None
    download: bool = False
    score_models: tuple[tuple[str, str], ...] = ()
    device: str | None = None
    batch_size: int = 32
    anchors: str | tuple[tuple[Numbers, Numbers], ...] | None = None
    min_confidence: float | None = None
    select: tuple[str, ...] = ("default",)
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, Severity], ...] = ()
    fail_on: FailOn = "major"
    min_score: tuple[tuple[str, float], ...] = ()
    max_count: tuple[tuple[str, int], ...] = ()
    mqm_weights: tuple[tuple[Severity, float], ...] = MQM_WEIGHTS
    reference: str | tuple[str, ...] | None = None

    def __post_init__(self) -> None:
        """Refuse values that no run can have, as the command line does.

        Raises:
            ConfigError: names the field, its value and what it may be.
        """
        choices = {
            "source": (None, *get_args(Lang)),
            "changes": get_args(Changes),
            "fail_on": (*SEVERITIES, "never"),
        }
        for name, allowed in choices.items():
            if getattr(self, name) not in allowed:
                known = ", ".join(map(repr, allowed))
                raise ConfigError(f"{name} is {getattr(self, name)!r}", f"it may be one of {known}")
        if self.min_confidence is not None and not 0 <= self.min_confidence <= 1:
            raise ConfigError(f"min_confidence is {self.min_confidence}", "it may be from 0 to 1")
        for role, column in self.columns:
            if role not in COLUMNS or not column:
                raise ConfigError(f"columns has {role}={column}", f"name columns for {', '.join(COLUMNS)}")
        for rule, severity in self.severity:
            if severity not in SEVERITIES:
                raise ConfigError(f"the severity of '{rule}' is {severity!r}", f"it may be {', '.join(SEVERITIES)}")

    def fails(self, severity: Severity) -> bool:
        """Say whether a severity is at or above the gate.

        >>> Config(fail_on="minor").fails("major"), Config(fail_on="never").fails("critical")
        (True, False)
        """
        return self.fail_on != "never" and SEVERITIES.index(severity) >= SEVERITIES.index(self.fail_on)
