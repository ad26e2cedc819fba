"""The HTML report in a real browser: filter, pointer, keyboard, paper, and thousands of pairs."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from aligner.model import Finding, Result, Span
from aligner.reports import RenderOptions, find
from tests import factory
from tests.reports.browser import Browser, browser, installed
from tests.reports.test_html import evil

pytestmark = pytest.mark.skipif(installed() is None, reason="no Chromium is installed")

SHOWN = "[...document.querySelectorAll('.pair:not([hidden])')].map(pair => pair.id)"
TIP = "document.getElementById('tip')"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browser(installed() or "", tmp_path_factory.mktemp("profile")) as started:
        yield started


def written(folder: Path, *results: Result, **options: object) -> Path:
    place = folder / "report.html"
    text = "".join(find("html").render(results, replace(RenderOptions(), **options)))  # type: ignore[arg-type]
    place.write_text(text, "utf-8")
    return place


def many(count: int) -> Result:
    """A long document: every tenth pair has a finding, every pair a term."""
    pairs = factory.pairs_of([(f"Case {n}: knee pain recurred.", f"病例{n}：膝痛复发。", "body") for n in range(count)])
    findings = tuple(
        Finding("numbers", "Accuracy", "major", p.id, "Not equal.", Span.of(p.source_text, 0, 4), fingerprint=str(p.id))
        for p in pairs[::10]
    )
    matches = tuple(factory.match(pair, "knee pain", "膝痛", "ok") for pair in pairs)
    return Result(factory.document(pairs), pairs, matches, (), findings)


def test_filters(page: Browser, tmp_path: Path) -> None:
    page.open(written(tmp_path, factory.gated()))
    assert len(page.run(SHOWN)) == 8
    page.point("input[value=critical]", click=True)
    page.wait(f"{SHOWN}.join() === 'd1p3'")
    page.point("input[value=major]", click=True)
    page.wait(f"{SHOWN}.join() === 'd1p3,d1p4,d1p5'")
    assert page.run("document.querySelector('output').textContent") == "3 of 8 pairs shown"
    page.point("button[type=reset]", click=True)
    page.wait(f"{SHOWN}.length === 8")
    for name, value, shown in (
        ("rule", "omission", "d1p5"),
        ("rule", "half-width-comma", "d1p3,d1p7"),
        ("status", "known", "d1p3,d1p7"),
        ("status", "other", "d1p4"),
        ("term", "2", "d1p3"),
    ):
        page.run(
            f"(() => {{ const f = document.forms[0]; f.reset(); f.elements.{name}.value = '{value}';"
            "return new Promise(done => setTimeout(() => {"
            f"f.elements.{name}.value = '{value}';"
            f"f.elements.{name}.dispatchEvent(new Event('input', {{bubbles: true}})); done(); }}, 20)); }})()"
        )
        assert ",".join(page.run(SHOWN)) == shown, (name, value)


def test_text_is_searched_in_both_languages(page: Browser, tmp_path: Path) -> None:
    page.open(written(tmp_path, factory.gated()))
    for words, shown in (("sacroiliac JOINT", ["d1p1"]), ("知情同意", ["d1p6"]), ("nowhere", [])):
        page.run("document.forms[0].elements.text.focus(); document.forms[0].elements.text.select()")
        page.type(words)
        assert page.run(SHOWN) == shown
    assert page.run("!document.querySelector('.nomatch').hidden")


def test_the_pointer_explains(page: Browser, tmp_path: Path) -> None:
    page.open(written(tmp_path, factory.gated()))
    page.point("#d1p4 mark.major")
    page.wait(f"!{TIP}.hidden")
    assert "病因治疗" in page.run(f"{TIP}.textContent")
    assert page.run("document.querySelectorAll('mark.on').length") == 2
    page.point("h1")
    page.wait(f"{TIP}.hidden")
    page.point("#d1p4 mark.term", click=True)
    page.wait(f"!{TIP}.hidden")
    assert page.run(f"{TIP}.textContent").startswith("weight-bearing · 负重preferred form")
    page.point("#tip .close", click=True)
    page.wait(f"{TIP}.hidden")


def test_the_keyboard_goes_everywhere(page: Browser, tmp_path: Path) -> None:
    page.open(written(tmp_path, factory.gated()))
    page.key("Tab")
    assert page.run("document.activeElement.className") == "skip"
    page.key("Enter")
    page.wait("location.hash === '#d1-pairs'")
    page.run("document.querySelector('#d1p3 .no a').focus()")
    page.key("Tab")
    assert page.run("document.activeElement.textContent") == "48"
    page.wait(f"!{TIP}.hidden")
    page.key("ArrowRight")
    assert page.run("document.activeElement.classList.contains('term')")
    assert page.run("document.activeElement.getAttribute('aria-describedby')") == "tip"
    assert "sacroiliitis" in page.run(f"{TIP}.textContent")
    page.key("Escape")
    assert page.run(f"{TIP}.hidden")
    page.key("ArrowLeft")
    page.key("ArrowLeft")
    assert page.run("document.activeElement.textContent") == "3"


def test_the_picture_leads_to_pairs(page: Browser, tmp_path: Path) -> None:
    page.open(written(tmp_path, factory.gated()))
    page.point("g[data-p=d1p5] rect", click=True)
    page.wait("location.hash === '#d1p5' && document.activeElement.closest('.pair').id === 'd1p5'")


def test_whoever_does_not_see_hears_names(page: Browser, tmp_path: Path) -> None:
    page.open(written(tmp_path, factory.gated(), factory.clean(), factory.unread()))
    assert page.problems() == []


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_wider_than_the_screen(page: Browser, tmp_path: Path, width: int) -> None:
    endless = factory.pairs_of([("word" * 300, "字" * 900, "body")])
    page.open(written(tmp_path, factory.gated(), Result(factory.document(endless, "n" * 300), endless)), width=width)
    assert page.run("document.documentElement.scrollWidth") <= width


def test_markup_in_texts_does_not_run(page: Browser, tmp_path: Path) -> None:
    place = written(tmp_path, evil())
    place.write_text(place.read_text("utf-8").replace("</main>", "<script>window.ran = 1</script></main>"), "utf-8")
    page.open(place)
    assert page.run("window.ran") is None  # the page lets no script run but its own
    assert page.run("document.querySelectorAll('img').length") == 0
    assert page.run("document.forms[0].hidden") is False


def test_it_is_printed_whole(page: Browser, tmp_path: Path) -> None:
    page.open(written(tmp_path, factory.gated()), scheme="dark")
    dark = page.run("getComputedStyle(document.body).backgroundColor")
    page.media("print", scheme="dark")
    assert page.run("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)" != dark
    assert page.run("getComputedStyle(document.querySelector('.filter .fields')).display") != "none"
    assert page.run("document.querySelector('.filter details').offsetHeight") == 0
    (tmp_path / "report.pdf").write_bytes(page.pdf())
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    page.media()


def test_two_thousand_pairs(page: Browser, tmp_path: Path) -> None:
    page.open(written(tmp_path, many(2000), findings_only=True))
    assert len(page.run(SHOWN)) == 200
    assert page.run("getComputedStyle(document.querySelector('.pair')).contentVisibility") == "auto"
    figures = page.run(
        """(() => {
          const times = [], form = document.forms[0];
          for (const [name, value] of [["found", false], ["text", "case 1999"], ["text", "膝"], ["text", ""]]) {
            const start = performance.now();
            form.elements[name][name === "found" ? "checked" : "value"] = value;
            form.elements[name].dispatchEvent(new Event("input", {bubbles: true}));
            document.body.offsetHeight;
            times.push(Math.round(performance.now() - start));
          }
          const [load] = performance.getEntriesByType("navigation");
          return [document.querySelectorAll("*").length, Math.round(load.loadEventEnd), times];
        })()"""
    )
    print("elements, milliseconds to open, to filter:", *figures)  # noqa: T201 - seen with -s
    assert figures[0] < 60_000
    assert len(page.run(SHOWN)) == 2000
