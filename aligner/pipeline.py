"""The order of the stages: read, split, align, match terms, check, score. The only file that knows it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aligner import misjudged, readers, registry, selection
from aligner.config import Config
from aligner.errors import ConfigError, InputError
from aligner.model import Block, Context, Document, Finding, Lang, Pair, Result, Rule, Score, Segment
from aligner.neural import Running
from aligner.text import placeholders
from aligner.text.splitting import split, whole
from aligner.version import __version__

if TYPE_CHECKING:
    from aligner.alignment.locks import Lock
    from aligner.glossary import TermBase
    from aligner.lexicon.lexicon import Lexicon
    from aligner.scores import Model, Parallel

Notify = Callable[[str], None]
Progress = Callable[[str, float], None]
_TERMS = 0.2  # of the time of a check, that which matching terms takes at most


@dataclass(frozen=True)
class Pipeline:
    """One configuration with the resources it needs, each loaded when it is first asked for.

    `notify` is told what takes long, as compiling the dictionary on the very first run does; `progress`, again and
    again, what is being done to a text and which share of that is finished.
    """

    config: Config = field(default_factory=Config)
    notify: Notify | None = None
    progress: Progress = lambda doing, share: None

    @cached_property
    def lexicon(self) -> Lexicon:
        """The compiled dictionary."""
        from aligner import lexicon

        return lexicon.load(tables=self.config.lexicons, notify=self.notify)

    @cached_property
    def terms(self) -> TermBase:
        """The term base of the run."""
        from aligner.glossary import open_termbase

        return open_termbase(self.config, self.lexicon)

    @cached_property
    def encoder(self) -> Any:
        """The sentence encoder of the alignment method, None where it uses none."""
        method = registry.find("aligner.alignment.methods", "METHOD", self.config.method)
        return method.load(self.config.model, self._running) if method.load else None

    @cached_property
    def score_models(self) -> dict[str, Model]:
        """The models of the scores that need one, by the id of the score."""
        from aligner.scores import Model

        found = {}
        for score, name in self.config.score_models:
            scorer = registry.find("aligner.scores", "SCORE", score)
            if scorer.load is None:
                raise ConfigError(f"the score '{score}' needs no model", "name one that does, as comet")
            shown = Path(name).name if Path(name).exists() else name
            found[score] = Model(scorer.load(name, self._running), shown, self.config.batch_size)
        return found

    @property
    def _running(self) -> Running:
        return Running(self.config.download, self.config.device, self.config.batch_size)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that are run."""
        return selection.chosen(selection.rules(), self.config.select, self.config.ignore)

    def align(self, document: Document) -> tuple[Pair, ...]:
        """Pair the segments of a document, or keep the pairs it came with; every segment is in exactly one.

        Where a pair it came with is no segment but a text of several sentences, as an abstract in a cell of a table
        is, they are paired inside it.
        """
        from aligner import alignment

        source = segments(document.source, document.source_lang, document)
        target = segments(document.target, document.target_lang, document)
        if document.links is not None and not self.config.realign:
            given = alignment.given(document, source, target)
            return given if document.presegmented else self._inside(given)
        return self._searched(source, target, self._anchors(document), self._share_of("pairing", 0.0, 1.0))

    def _inside(self, given: tuple[Pair, ...]) -> tuple[Pair, ...]:
        """Pair the sentences inside each pair that has several on both sides."""
        from aligner import alignment

        inner = (one for pair in given for one in alignment.paired(pair, self._searched))
        return tuple(replace(one, id=number) for number, one in enumerate(inner, 1))

    def _searched(
        self,
        source: tuple[Segment, ...],
        target: tuple[Segment, ...],
        anchors: tuple[Lock, ...] = (),
        progress: Callable[[float], None] = lambda share: None,
    ) -> tuple[Pair, ...]:
        """Pair segments by the alignment method."""
        from aligner import alignment

        bare = placeholders.bare(source), placeholders.bare(target)
        english, chinese = bare if source and source[0].lang == "en" else bare[::-1]
        terms = self.terms.occurring([s.text for s in english], [s.text for s in chinese])
        pairs = alignment.align(
            *bare,
            method=self.encoder or self.config.method,
            lexicon=self.lexicon,
            terms=terms,
            anchors=anchors,
            progress=progress,
        )
        return placeholders.put_back(pairs, source, target)

    def related(self, pairs: tuple[Pair, ...]) -> bool:
        """Say whether the texts that were paired are translations of each other; True in doubt."""
        from aligner import alignment

        return not alignment.unrelated(placeholders.without(pairs)[0], lexicon=self.lexicon)

    def _anchors(self, document: Document) -> tuple[Lock, ...]:
        """Return the pairs that the user is sure of, source first; as given, the text named first stands left."""
        from aligner.alignment import locks

        given = self.config.anchors or ()
        found = locks.read(given) if isinstance(given, str) else locks.given(given)
        return found if document.first == "source" else tuple(lock.swapped() for lock in found)

    def check(self, document: Document) -> Result:
        """Pair the segments, match the terms, run the rules and the scores."""
        document, pairs = self.settled(document)
        self.progress("checking", 0.0)
        return self.checked(document, pairs)

    def settled(self, document: Document) -> tuple[Document, tuple[Pair, ...]]:
        """Pair the segments, those that were set aside on one side only among them; anchors count without these.

        Return the document as it was paired, with its pairs.
        """
        pairs = self.align(document)
        if self.config.anchors:
            return document, pairs
        fuller = misjudged.kept(document, pairs, self.lexicon)
        if fuller is document:
            return document, pairs
        again = self.align(fuller)
        better = misjudged.lonely(again) < misjudged.lonely(pairs)
        return (fuller, again) if better else (document, pairs)

    def checked(self, document: Document, pairs: tuple[Pair, ...]) -> Result:
        """Check a document whose segments are paired: match the terms, run the rules and the scores."""
        from aligner import risk
        from aligner.checks import run as run_rules

        bare, restore = placeholders.without(pairs)
        context = self._context(document, bare)
        found, skipped = run_rules(context, self.rules, self._share_of("checking", _TERMS, 1.0))
        findings = tuple(map(self._weighed, found))
        evidence = risk.Evidence(document.source_lang, self.lexicon, context.matches, findings)
        return Result(
            document=document,
            pairs=pairs,
            matches=restore.matches(context.matches),
            abbreviations=restore.abbreviations(context.abbreviations),
            findings=restore.findings(findings),
            scores=self._scores(document, context, findings),
            risks=risk.risks(bare, evidence),
            skipped=(*document.skipped, *skipped),
            config=self.config,
            version=__version__,
            rules=self._ran,
        )

    @property
    def _ran(self) -> tuple[str, ...]:
        return tuple(rule.id for rule in self.rules)

    def _context(self, document: Document, bare: tuple[Pair, ...]) -> Context:
        """Return what the rules look at: the pairs without placeholders, and what is known of them."""
        from aligner import alignment
        from aligner.glossary import ledger, match_terms

        told = self._share_of("checking", 0.0, _TERMS)
        matches = match_terms(bare, self.terms, self.lexicon, document.source_lang, told)
        return Context(
            bare,
            matches,
            document.source_lang,
            document.target_lang,
            lexicon=self.lexicon,
            abbreviations=ledger(bare, matches, document.source_lang),
            moved=alignment.moved(bare, lexicon=self.lexicon),
            lone=tuple(place for pair in bare for place in alignment.lone(pair, self._searched))
            if document.presegmented
            else (),
            min_confidence=self.config.min_confidence,
            unrelated=alignment.unrelated(bare, lexicon=self.lexicon),
        )

    def _scores(self, document: Document, context: Context, findings: tuple[Finding, ...]) -> tuple[Score, ...]:
        from aligner import scores

        asked = scores.ScoreContext(
            document.source_lang,
            document.target_lang,
            matches=context.matches,
            findings=findings,
            reference=self.parallel(document, context.pairs),
            rules=self._ran,
            weights=dict(self.config.mqm_weights),
            models=self.score_models,
            progress=lambda share: self.progress("scoring", share),
        )
        return scores.run(context.pairs, asked)

    def _share_of(self, doing: str, begin: float, end: float) -> Callable[[float], None]:
        """Return what tells the progress of a part of something."""
        return lambda share: self.progress(doing, begin + share * (end - begin))

    def _weighed(self, finding: Finding) -> Finding:
        """Give a finding the severity that the configuration wants for its rule."""
        severity = selection.severity(finding.rule, self.config.severity)
        return finding if severity is None else replace(finding, severity=severity)

    def parallel(self, document: Document, pairs: tuple[Pair, ...]) -> Parallel | None:
        """Set the translation beside its reference translations, None where there are none.

        Texts that came cut, and into as many segments as each other, stand line by line; else the references are
        paired with the source, as the translation is, and all are joined to what says the same of it.
        """
        from aligner import alignment, scores

        given = self.config.reference or ()
        paths = (given,) if isinstance(given, str) else given
        if not paths:
            return None
        lang = document.target_lang
        references = [segments(readers.read_side(path, lang, self.config), lang, document) for path in paths]
        source, target = ([s for pair in pairs for s in pair.segments(side)] for side in ("source", "target"))
        if document.presegmented and all(len(found) == len(target) for found in references):
            texts = [[s.text for s in found] for found in references]
            return scores.line_by_line([s.text for s in target], texts, pairs)
        method = self.encoder or self.config.method
        paired = [alignment.align(source, found, method=method, lexicon=self.lexicon) for found in references]
        return scores.through("source", scores.path(pairs), [scores.path(found) for found in paired], lang)


def segments(blocks: tuple[Block, ...], lang: Lang, document: Document) -> tuple[Segment, ...]:
    """Cut one side into segments, or take each block as one where the document came cut."""
    return whole(blocks, lang) if document.presegmented else split(blocks, lang)


def read(path: str, path2: str | None = None, **options: object) -> Document:
    """Read two text files, or one that holds both languages, as a Document; `-` is standard input.

    `options` are the fields of `aligner.config.Config`: `read("draft.txt", source="en")`.

    Raises:
        InputError: a file cannot be read as text in English and Chinese.
    """
    return readers.read(path, path2, configured(options))


def read_all(path: str, path2: str | None = None, **options: object) -> Iterator[Document]:
    """Yield the documents of a file that may hold several, as a translation memory or a table does.

    A large document comes in parts, which have the same id.

    Raises:
        InputError: as `read` does; what is wrong further on in the file is told when it is reached.
    """
    yield from readers.stream(path, path2, configured(options))


def document(text: str, text2: str | None = None, **options: object) -> Document:
    """Make a Document of two texts, or of one that holds both languages.

    >>> [block.text for block in document("Knee pain.", "膝关节疼痛。").target]
    ['膝关节疼痛。']

    Raises:
        InputError: the two are not one English and one Chinese text.
    """
    return readers.document(text, text2, configured(options))


def align(subject: Document | str, path2: str | None = None, **options: object) -> tuple[Pair, ...]:
    """Pair the sentences of a Document, or of the files at the paths given.

    >>> pairs = align(document("Knee pain. Swelling.", "膝关节疼痛。肿胀。"))
    >>> [(pair.source_text, pair.target_text) for pair in pairs]
    [('Knee pain.', '膝关节疼痛。'), ('Swelling.', '肿胀。')]

    Raises:
        InputError: a file cannot be read. GlossaryError: a glossary cannot be used.
    """
    config = configured(options)
    return Pipeline(config).settled(_opened(subject, path2, config))[1]


def check(subject: Document | str, path2: str | None = None, **options: object) -> Result:
    """Check a Document, or the files at the paths given: pairs, term matches, findings, scores.

    >>> result = check(document("She had migratory arthralgia.", "她有迁移性关节痛。"))
    >>> [(finding.rule, finding.suggestion) for finding in result.findings]
    [('terminology', '游走性关节痛')]

    Raises:
        InputError: a file cannot be read. GlossaryError: a glossary cannot be used.
    """
    config = configured(options)
    return Pipeline(config).check(_opened(subject, path2, config))


def _opened(subject: Document | str, path2: str | None, config: Config) -> Document:
    if isinstance(subject, Document):
        if path2 is not None:
            raise InputError("a Document holds both sides", "leave the second path out")
        return subject
    if not isinstance(subject, str | os.PathLike):
        raise InputError(f"{type(subject).__name__} is no document", "give a Document, or the paths of its texts")
    return readers.read(subject, path2, config)


def configured(options: dict[str, object]) -> Config:
    """Return the configuration that keywords come to.

    Raises:
        ConfigError: there is no such option, or it may not have this value.
    """
    known = set(Config.__dataclass_fields__)
    for option in options:
        if option not in known:
            raise registry.unknown("option", option, known)
    return replace(Config(), **{name: _hashable(value) for name, value in options.items()})  # type: ignore[arg-type]


def _hashable(value: object) -> object:
    if isinstance(value, dict):
        return tuple(value.items())
    return tuple(value) if isinstance(value, list) else value
