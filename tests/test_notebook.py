"""How a Result and a Pair show themselves in a notebook."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from aligner.model import Result
from aligner.reports._html.style import VIEW, of_view
from tests import factory
from tests.reports.test_html import evil

RESULTS = {**factory.RESULTS, "evil": evil}
VOID = {"br", "input", "meta"}


class Elements(HTMLParser):
    """The elements of a view, with what stands in them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["style"]:
            self.text += data


def elements(result: Result) -> Elements:
    found = Elements(result._repr_html_())
    assert found.open == [] and found.tags[0] == ("div", {"class": VIEW, "lang": "en"})
    return found


@pytest.mark.parametrize("name", RESULTS)
def test_a_view_has_no_script_and_nothing_to_fetch(name: str) -> None:
    result = RESULTS[name]()
    views = [elements(result), *(Elements(pair._repr_html_()) for pair in result.pairs)]
    for found in views:
        for tag, attributes in found.tags:
            assert tag not in ("script", "img", "link", "iframe", "a")
            assert not {key for key in attributes if key.startswith("on") or key in ("src", "style", "tabindex")}


def test_the_words_are_marked_as_in_the_report() -> None:
    found = elements(factory.result())
    marks = [attributes["class"] for tag, attributes in found.tags if tag == "mark"]
    assert {"critical", "major", "minor"} <= {name.split()[0] for name in filter(None, marks)}
    assert "48 in the source stands as 84" in found.text and "病因治疗" in found.text


def test_pairs_without_findings_are_folded() -> None:
    shown = elements(factory.result())
    assert "3 pairs without findings" in shown.text
    assert [tag for tag, _ in shown.tags].count("details") == 1
    assert "No findings." in elements(factory.clean()).text


def test_a_long_document_shows_its_first_pairs_and_says_so() -> None:
    pairs = factory.pairs_of([("Knee pain recurred.", "膝痛复发。", "body")] * 300)
    finding = factory.result().findings[5]
    findings = tuple(replace(finding, pair=number, places=()) for number in range(1, 41))
    found = elements(Result(factory.document(pairs), pairs, findings=findings))
    assert "20 more pairs with findings are not shown" in found.text
    assert "260 pairs without findings, the first 100" in found.text
    assert sum(tag == "li" and "pair" in (attributes["class"] or "") for tag, attributes in found.tags) == 120


def test_a_file_is_named_without_its_folders() -> None:
    result = factory.clean()
    document = replace(result.document, source_path="/home/wang/a.en.txt", target_path="/home/wang/a.zh.txt")
    shown = replace(result, document=document)._repr_html_()
    assert "a.en.txt → a.zh.txt" in shown and "wang" not in shown


def test_ids_differ_between_results_and_stay_between_runs() -> None:
    one, other = factory.result(), factory.hostile()
    ids = [set(re.findall(r'id="(d\w+)"', result._repr_html_())) for result in (one, other, factory.result())]
    assert ids[0] and ids[1] and not ids[0] & ids[1] and ids[0] == ids[2]


def test_the_style_reaches_nothing_outside() -> None:
    depth, selector, outer = 0, "", []
    for char in re.sub(r"/\*.*?\*/", "", of_view(), flags=re.DOTALL):
        if char == "{":
            outer += [selector.strip()] if depth == 0 else []
            depth, selector = depth + 1, ""
        elif char == "}":
            depth, selector = depth - 1, ""
        else:
            selector += char
    assert depth == 0
    assert all(name.endswith(f".{VIEW}") or name.startswith("@media screen") for name in outer)
    assert of_view().count("@media screen and (prefers-color-scheme: dark) {\n." + VIEW) == 1


@pytest.mark.parametrize("side", ["source", "target"])
def test_a_pair_alone_says_what_is_missing(side: str) -> None:
    lone = {"source": factory.result().pairs[5], "target": factory.result().pairs[4]}[side]
    assert "nothing in the" in Elements(lone._repr_html_()).text
