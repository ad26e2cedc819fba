"""A section of a structured abstract that the translation lacks, or whose label it lacks.

What it finds
    A labelled section (METHODS, 结论) of several sentences of which nothing has a counterpart; and a section whose
    sentences are translated but whose label is gone, so that they run on in the section before, where the translation
    has other labels.

Why it matters
    A whole section is lost more easily than a sentence: one paste too few. Without its label, a result reads as a
    method.

What it leaves alone
    Translations without any labels, labels that cover two sections (方法与结果), and sections that have no sentences.
    The sentences and the label of a section reported here are not reported once more as omissions.

How to fix it
    Translate the section, or give it its label.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from aligner.model import Context, Example, Hit, Pair, Place, Rule, Segment, Span
from aligner.text.sections import section_of

_JOINED = "-"  # the id of a label that covers two sections joins theirs


@dataclass(slots=True)
class _Section:
    """A label of the source, the section it names, and the pairs below it."""

    label: Pair
    name: str
    body: list[Pair] = field(default_factory=list)

    @property
    def is_lost(self) -> bool:
        """Whether label and sentences are lost; of a single sentence, the rule on omissions says as much."""
        return len(self.body) > 1 and not any(pair.target for pair in (self.label, *self.body))


def _check(pairs: Sequence[Pair], context: Context) -> Iterator[Hit]:
    named = {name for pair in pairs for segment in pair.target if (name := _named(segment))}
    covered = {part for name in named for part in name.split(_JOINED)}
    for section in _sections(pairs):
        parts = [section.label, *section.body]
        if section.is_lost and not any(context.has_moved(pair) for pair in parts):
            places = tuple(Place(pair.id, Span.of(pair.source_text, 0, len(pair.source_text))) for pair in parts)
            message = f"the section {_written(section)} has no counterpart ({len(section.body)} sentences)"
            yield Hit(message, source=places[0].source, pair=section.label.id, places=places)
        elif named and not section.label.target and not set(section.name.split(_JOINED)) <= covered:
            whole = Span.of(section.label.source_text, 0, len(section.label.source_text))
            message = f"the label {_written(section)} has no counterpart, though the translation has other labels"
            yield Hit(message, source=whole, pair=section.label.id, severity="minor")


def _sections(pairs: Sequence[Pair]) -> list[_Section]:
    """Return the labelled sections of the source with the sentences below each."""
    found: list[_Section] = []
    for pair in pairs:
        names = [name for segment in pair.source if (name := _named(segment))]
        if names:
            found.append(_Section(pair, names[0]))
        elif found and any(segment.role == "body" and segment.text.strip() for segment in pair.source):
            found[-1].body.append(pair)
    return [section for section in found if section.name != "abstract"]


def _named(segment: Segment) -> str | None:
    return section_of(segment.text) if segment.role in ("label", "heading") else None


def _written(section: _Section) -> str:
    return f"“{section.label.source_text.strip()}”"


_EN = (
    "BACKGROUND:\nStiffness of the shoulder is common.\nMETHODS:\nWe injected thirty shoulders.\n"
    "All were examined by one surgeon.\nRESULTS:\nStiffness resolved in twenty.\nCONCLUSION:\nInjection helps."
)
_ZH = (
    "背景：\n肩关节僵硬很常见。\n方法：\n注射30例肩关节。\n均由同一医师检查。\n结果：\n20例僵硬消失。\n"
    "结论：\n注射有效。"
)

RULE = Rule(
    id="lost-section",
    title="Section of an abstract lost, or its label",
    category="Accuracy/Omission",
    severity="major",
    scope="document",
    check=_check,
    bad=(
        Example(_EN, _ZH.replace("方法：\n注射30例肩关节。\n均由同一医师检查。", "\n\n")),
        Example(_EN, _ZH.replace("结果：", "")),
        Example(_ZH, _EN.replace("CONCLUSION:", "")),
    ),
    good=(
        Example(_EN, _ZH),
        Example(_ZH, _EN),
        Example(_EN, _ZH.replace("背景：", "").replace("方法：", "").replace("结果：", "").replace("结论：", "")),
    ),
    source="ICMJE Recommendations: structured abstracts; MQM: Accuracy, Omission",
)
