"""Pictures of a Result and of a comparison, as Altair charts: `result.plot.alignment().save("alignment.html")`.

A chart shows itself in a notebook, and is saved as HTML, SVG or PNG; `save` here writes HTML that needs no network.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, get_args

from aligner import registry
from aligner.errors import OutputError, missing
from aligner.model import SEVERITIES, Finding, Pair, Result, Score, Side, Term
from aligner.reports import harmless

if TYPE_CHECKING:
    import altair as alt

# Fonts with Han characters first after the system's own, so that both scripts are set in one.
_FONT = "'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', 'Source Han Sans SC', system-ui, sans-serif"
_SEVERITY_COLOURS = {"critical": "#7b1034", "major": "#c93a2e", "minor": "#dfa11f", "neutral": "#8c9bac"}
_STATUS_COLOURS = {
    "ok": "#3f7f70",
    "admitted": "#86bcae",
    "abbreviation": "#c3ddd6",
    "other": "#e8b64c",
    "forbidden": "#b3261e",
    "missing": "#d97a6c",
}
_CONFIDENCES, _LEVELS = ["#e4ecf4", "#b9d2e8", "#78a6cd", "#2f6fa8"], [0.5, 0.75, 0.9]
_ALONE, _BLOCK = "#c93a2e", "#6c7782"
_LONGEST_LABEL, _LONGEST_TEXT, _MOST_TERMS = 46, 160, 30
_WIDTH, _ROW = 640, 20
_HEIGHT, _BAR = 150, 0.07  # of the alignment; the share of it that a row of sentences takes
_FEW = 4  # counted: a bar of one is not to fill the picture
_SHOWN_COUNTS = "findings_"


class _System(Protocol):
    """What is compared, see `aligner.comparison.System`."""

    @property
    def name(self) -> str: ...
    @property
    def scores(self) -> Sequence[Score]: ...
    @property
    def result(self) -> Result: ...


@dataclass(frozen=True, slots=True)
class Pictures:
    """What a result can show: `result.plot`."""

    result: Result

    def alignment(self) -> alt.VConcatChart:
        """Show who pairs with whom: sentences as blocks, as wide as they are long, a band the darker the surer.

        What stands opposite nothing is red; marks on the bands are findings.
        """
        alt = _altair()
        chart = alt.layer(*_bands(alt, self.result), *_blocks(alt, self.result), *_signs(alt, self.result))
        sides = self.result.document.source_lang, self.result.document.target_lang
        names = {"en": "English", "zh": "Chinese"}
        title = f"{names[sides[0]]} above, {names[sides[1]]} below; red: nothing stands opposite"
        return _styled(alt.vconcat(chart.properties(width=_WIDTH, height=_HEIGHT), title=title))

    def scores(self) -> alt.VConcatChart:
        """Show the scores with their intervals, those of one range together, without counts of findings."""
        alt = _altair()
        named = [("", score) for score in self.result.scores if not score.name.startswith(_SHOWN_COUNTS)]
        panels = [_panel(alt, title, rows, "name") for title, rows in _by_range(named)]
        return _styled(alt.vconcat(*(panels or [_nothing(alt, "no scores")])).resolve_scale(x="independent"))

    def findings(self) -> alt.VConcatChart:
        """Show how many findings each rule has, by severity; those that are known are left out."""
        alt = _altair()
        rows = [(finding.rule, finding.severity) for finding in self.result.counted]
        frequency = Counter(rule for rule, _ in rows)
        order = sorted(frequency, key=lambda rule: (-frequency[rule], rule))
        return _styled(alt.vconcat(_counts(alt, rows, _SEVERITIES, order)))

    def terms(self) -> alt.VConcatChart:
        """Show how the terms are rendered, those first that are rendered otherwise than the glossary says."""
        alt = _altair()
        wrong = {match.term for match in self.result.matches if match.status in ("forbidden", "other", "missing")}
        order = sorted(dict.fromkeys(m.term for m in self.result.matches), key=lambda term: term not in wrong)
        shown = order[:_MOST_TERMS]
        rows = [(_named(match.term), match.status) for match in self.result.matches if match.term in shown]
        chart = _counts(alt, rows, _STATUSES, list(map(_named, shown)))
        more = len(order) - len(shown)
        title = f"the first {_MOST_TERMS} of {len(order)} terms" if more > 0 else ""
        return _styled(alt.vconcat(chart, title=title))


@dataclass(frozen=True, slots=True)
class ComparisonPictures:
    """What a comparison can show: `comparison.plot`."""

    systems: Sequence[_System]

    def compare(self) -> alt.VConcatChart:
        """Show each score of each system with its interval, and how many findings each has by severity."""
        alt = _altair()
        named = [
            (s.name, score) for s in self.systems for score in s.scores if not score.name.startswith(_SHOWN_COUNTS)
        ]
        panels = [
            _panel(
                alt, name.replace("_", " "), [row for row in named if row[1].name == name], "system", width=_WIDTH // 2
            )
            for name in dict.fromkeys(score.name for _, score in named)
        ]
        names = [_short(system.name, _LONGEST_LABEL) for system in self.systems]
        found = zip(names, (system.result.counted for system in self.systems), strict=True)
        rows = [(name, finding.severity) for name, findings in found for finding in findings]
        counted = _counts(alt, rows, _SEVERITIES, names)
        pairs = [alt.hconcat(*panels[at : at + 2]) for at in range(0, len(panels), 2)]
        return _styled(alt.vconcat(*pairs, counted).resolve_legend(color="independent"))


def save(chart: alt.VConcatChart, path: str | Path) -> None:
    """Write a chart to a file, as HTML that needs no network, as SVG, PNG or JSON, by the ending of its name.

    Raises:
        OutputError: it cannot be written there, or not as that. MissingExtraError: vl-convert is not installed.
    """
    kind = Path(path).suffix.lower().lstrip(".")
    if kind not in ("html", "svg", "png", "json"):
        raise OutputError(f"{path}: no such picture", "name a file that ends in .html, .svg, .png or .json")
    try:
        if kind == "html":
            chart.save(str(path), inline=True)
        else:
            chart.save(str(path), scale_factor=2 if kind == "png" else 1)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror})", "name another place") from error
    except ImportError as error:
        raise missing(str(path), "vl-convert-python", "plots") from error


def _altair() -> Any:
    try:
        import altair
    except ImportError as error:
        raise missing("a picture", "altair", "plots") from error
    return altair


def _styled(chart: alt.VConcatChart) -> alt.VConcatChart:
    styled = chart.configure(font=_FONT, background="white").configure_view(stroke=None).configure_axis(grid=False)
    styled = styled.configure_axisY(labelLimit=400, minExtent=110)
    titled: alt.VConcatChart = styled.configure_title(fontSize=12, fontWeight="normal", anchor="start")
    return titled


def _legend(alt: Any, title: str, **more: Any) -> Any:
    return alt.Legend(title=title, orient="bottom", direction="horizontal", titleOrient="left", **more)


def _nothing(alt: Any, text: str) -> Any:
    return alt.Chart(alt.InlineData(values=[{"text": text}])).mark_text(color=_BLOCK).encode(text="text:N")


# --- the alignment


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Where a pair begins and ends on one side, in 0 to 1 of the text."""

    start: float
    end: float


def _stretches(pairs: Sequence[Pair], side: Side) -> list[_Stretch]:
    """Share the width among the pairs of a side: each text by its length, what is nothing by a hair."""
    sizes = [float(sum(len(segment.text) for segment in pair.segments(side))) for pair in pairs]
    total = sum(sizes) or 1.0
    edges = [edge / total for edge in accumulate(sizes, initial=0.0)]
    return [_Stretch(a, b) for a, b in pairwise(edges)]


def _bands(alt: Any, result: Result) -> Iterator[Any]:
    """Yield the bands between what is paired, and their numbers."""
    rows, labels = [], []
    both = zip(result.pairs, _stretches(result.pairs, "source"), _stretches(result.pairs, "target"), strict=True)
    for pair, above, below in both:
        if pair.source and pair.target:
            told = {"pair": pair.id, "confidence": pair.score, **_texts(pair)}
            rows.append({**told, "x": above.start, "x2": above.end, "y": 1 - _BAR})
            rows.append({**told, "x": below.start, "x2": below.end, "y": _BAR})
        if _is_numbered(pair, len(result.pairs)):
            middle = (above.start + above.end + below.start + below.end) / 4
            labels.append({"pair": pair.id, "x": middle, "y": -0.06})
    scale = alt.Scale(type="threshold", domain=_LEVELS, range=_CONFIDENCES)
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[-0.1, 1]))
    yield (
        alt.Chart(alt.InlineData(values=rows))
        .mark_area(orient="horizontal", stroke="white", strokeWidth=_gap(result))
        .encode(
            x=_x(alt),
            x2="x2:Q",
            y=y,
            detail="pair:N",
            color=alt.Color(
                "confidence:Q", scale=scale, legend=_legend(alt, "confidence", type="symbol", symbolType="square")
            ),
            tooltip=["pair:N", alt.Tooltip("confidence:Q", format=".2f"), "source:N", "target:N"],
        )
    )
    shown = alt.Chart(alt.InlineData(values=labels)).mark_text(fontSize=9, color=_BLOCK)
    yield shown.encode(x=_x(alt), y=y, text="pair:N")


def _gap(result: Result) -> float:
    """Return how wide the gaps between sentences are, which would fill the picture of a long text."""
    return min(1.0, _WIDTH / 8 / max(len(result.pairs), 1))


def _is_numbered(pair: Pair, count: int) -> bool:
    step = next(step for step in (1, 5, 10, 50, 100, 500, 10**9) if count / step <= 40)
    return pair.id == 1 or pair.id % step == 0


def _texts(pair: Pair) -> dict[str, str]:
    return {side: _short(pair.text(side), _LONGEST_TEXT) for side in get_args(Side)}


def _short(text: str, most: int) -> str:
    one_line = " ".join(harmless(text).split())
    return one_line if len(one_line) <= most else f"{one_line[: most - 1]}…"


def _blocks(alt: Any, result: Result) -> Iterator[Any]:
    """Yield the sentences of both sides, those red that stand opposite nothing."""
    rows = [row for side in get_args(Side) for row in _sentences(result.pairs, side)]
    for alone, colour in ((False, _BLOCK), (True, _ALONE)):
        shown = alt.InlineData(values=[row for row in rows if row["alone"] is alone])
        yield (
            alt.Chart(shown)
            .mark_rect(stroke="white", strokeWidth=_gap(result), fill=colour)
            .encode(x=_x(alt), x2="x2:Q", y=alt.Y("y:Q", axis=None), y2="y2:Q", tooltip=["text:N"])
        )


def _sentences(pairs: Sequence[Pair], side: Side) -> Iterator[dict[str, Any]]:
    """Yield where each sentence of a side is drawn."""
    top = 1.0 if side == "source" else _BAR
    for pair, stretch in zip(pairs, _stretches(pairs, side), strict=True):
        sizes = [len(segment.text) for segment in pair.segments(side)]
        edges = [stretch.start + (stretch.end - stretch.start) * size / (sum(sizes) or 1) for size in accumulate(sizes)]
        alone = not (pair.source and pair.target)
        for segment, (start, end) in zip(pair.segments(side), pairwise([stretch.start, *edges]), strict=True):
            text = _short(segment.text, _LONGEST_TEXT)
            yield {"text": text, "alone": alone, "x": start, "x2": end, "y": top - _BAR, "y2": top}


def _x(alt: Any) -> Any:
    return alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, 1]))


def _signs(alt: Any, result: Result) -> Iterator[Any]:
    """Yield a sign for the worst finding of each pair that has any."""
    found: dict[int, list[Finding]] = {}
    for finding in result.counted:
        if finding.pair is not None:
            found.setdefault(finding.pair, []).append(finding)
    rows = []
    both = zip(result.pairs, _stretches(result.pairs, "source"), _stretches(result.pairs, "target"), strict=True)
    for pair, above, below in both:
        if pair.id in found:
            worst = max(found[pair.id], key=lambda finding: SEVERITIES.index(finding.severity))
            shown = [stretch for stretch in (above, below) if stretch.end > stretch.start]
            middle = sum(stretch.start + stretch.end for stretch in shown) / (2 * len(shown) or 1)
            rules = ", ".join(dict.fromkeys(finding.rule for finding in found[pair.id]))
            rows.append({"worst finding": worst.severity, "rules": rules, "pair": pair.id, "x": middle, "y": 0.5})
    if not rows:
        return
    present = [severity for severity in reversed(SEVERITIES) if any(row["worst finding"] == severity for row in rows)]
    domain = alt.Scale(domain=present, range=[_SEVERITY_COLOURS[severity] for severity in present])
    shapes = {"critical": "cross", "major": "triangle-up", "minor": "diamond", "neutral": "circle"}
    shape = alt.Scale(domain=present, range=[shapes[severity] for severity in present])
    yield (
        alt.Chart(alt.InlineData(values=rows))
        .mark_point(filled=True, size=90, stroke="white", strokeWidth=1, opacity=1)
        .encode(
            x=_x(alt),
            y=alt.Y("y:Q", axis=None),
            fill=alt.Fill("worst finding:N", scale=domain, legend=_legend(alt, "worst finding of a pair")),
            shape=alt.Shape("worst finding:N", scale=shape, legend=_legend(alt, "worst finding of a pair")),
            tooltip=["pair:N", "worst finding:N", "rules:N"],
        )
    )


# --- the scores


def _by_range(named: Sequence[tuple[str, Score]]) -> Iterator[tuple[str, list[tuple[str, Score]]]]:
    """Yield the scores of each range that occurs."""
    groups: dict[float, list[tuple[str, Score]]] = {}
    for name, score in named:
        groups.setdefault(_best(score), []).append((name, score))
    for top in sorted(groups, key=lambda value: value or math.inf):
        yield f"0 to {top:g}, more is better" if top else "less is better", groups[top]


def _best(score: Score) -> float:
    """Return the highest value that a score can have, 0 where less is better."""
    if score.lower_is_better:
        return 0.0
    best = {name: scorer.best for scorer in registry.load("aligner.scores", "SCORE") for name in scorer.figures}
    return best.get(score.name) or 100.0


def _panel(alt: Any, title: str, named: Sequence[tuple[str, Score]], by: str, width: int = _WIDTH) -> Any:
    """Draw scores of one range, a row each: a point, its interval as a line, the value written beside it."""
    rows = [
        {
            "system": _short(system, _LONGEST_LABEL),
            "name": score.name.replace("_", " "),
            "value": score.value,
            "low": score.ci[0] if score.ci else score.value,
            "high": score.ci[1] if score.ci else score.value,
            "told": "none" if score.value is None else f"{score.value:.2f}",
            "signature": score.signature,
        }
        for system, score in named
    ]
    frame, top = alt.InlineData(values=rows), _best(named[0][1])
    scale = alt.Scale(domain=[0, top], clamp=True) if top else alt.Scale(zero=True)
    y = alt.Y(f"{by}:N", title=None, sort=None)
    interval = (
        alt.Chart(frame)
        .mark_rule(strokeWidth=6, color=_CONFIDENCES[1])
        .encode(x=alt.X("low:Q", title=None, scale=scale), x2="high:Q", y=y)
    )
    points = alt.Chart(frame).mark_point(filled=True, size=70, color=_CONFIDENCES[3], opacity=1)
    told = ["name:N", alt.Tooltip("value:Q", format=".3f"), "low:Q", "high:Q", "signature:N"]
    points = points.encode(x="value:Q", y=y, tooltip=told)
    words = alt.Chart(frame).mark_text(dy=-10, fontSize=10).encode(x="value:Q", y=y, text="told:N")
    height = max(len({row[by] for row in rows}), 1) * (_ROW + 8)
    return (interval + points + words).properties(title=title, width=width, height=height)


# --- counts


@dataclass(frozen=True, slots=True)
class _Kinds:
    """What is counted (`of`) is of several kinds, each with its colour."""

    of: str
    title: str
    colours: dict[str, str]


_SEVERITIES = _Kinds("findings", "severity", _SEVERITY_COLOURS)
_STATUSES = _Kinds("occurrences", "rendered as", _STATUS_COLOURS)


def _counts(alt: Any, rows: Sequence[tuple[str, str]], kinds: _Kinds, order: Sequence[str]) -> Any:
    """Draw bars of how often each (name, kind) occurs."""
    if not rows:
        return _nothing(alt, f"no {kinds.of}")
    ranks = list(kinds.colours)
    table = [
        {"name": name, "kind": kind, "count": count, "order": ranks.index(kind)}
        for (name, kind), count in Counter(rows).items()
    ]
    present = [kind for kind in kinds.colours if any(row["kind"] == kind for row in table)]
    most = max(Counter(name for name, _ in rows).values())
    axis = alt.Axis(tickMinStep=1, format="d", tickCount=min(most, 8))
    scale = alt.Scale(domain=present, range=[kinds.colours[kind] for kind in present])
    return (
        alt.Chart(alt.InlineData(values=table))
        .mark_bar(stroke="white", strokeWidth=1)
        .encode(
            y=alt.Y("name:N", title=None, sort=list(order), scale=alt.Scale(domain=list(order))),
            x=alt.X("count:Q", title=f"number of {kinds.of}", axis=axis, scale=alt.Scale(domain=[0, max(most, _FEW)])),
            color=alt.Color("kind:N", scale=scale, legend=alt.Legend(title=kinds.title, orient="top")),
            order="order:Q",
            tooltip=["name:N", "kind:N", "count:Q"],
        )
        .properties(width=_WIDTH, height=alt.Step(_ROW))
    )


def _named(term: Term) -> str:
    return _short(f"{term.en.preferred} / {term.zh.preferred}", _LONGEST_LABEL)
