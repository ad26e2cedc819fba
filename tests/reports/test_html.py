"""The HTML report: well-formed, safe, complete, in two languages, the same each time."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from aligner.cli import run
from aligner.model import Abbreviation, Block, Finding, Lang, Pair, Place, Result, Span
from aligner.reports import RenderOptions, find
from aligner.reports._html import words
from aligner.reports._html.marked import Mark, marked
from aligner.reports._html.style import asset
from tests import factory
from tests.golden_files import same_as_golden

VOID = {"meta", "input", "br", "link", "img"}
EVIL = "</script><script>alert(1)</script>\u2028<img src=x onerror='alert(2)'>\"&amp;"


class Page(HTMLParser):
    """Reads a page, and fails where an element is not closed as it was opened."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in ("script", "style"):
            self.text += data

    def values(self, name: str) -> list[str]:
        return [value for _, attributes in self.elements if (value := attributes.get(name)) is not None]


def text_of(*results: Result, lang: Lang = "en", findings_only: bool = False) -> str:
    return "".join(find("html").render(iter(results), RenderOptions(lang=lang, findings_only=findings_only)))


def evil() -> Result:
    """A document where every text that comes from outside is markup."""
    pairs = factory.pairs_of([(f"Pain {EVIL}", f"疼痛{EVIL}", "body")])
    term = factory.term(EVIL, f"{EVIL}术语")
    span = Span.of(pairs[0].source_text, 5, len(pairs[0].source_text))
    finding = Finding(EVIL, EVIL, "major", 1, EVIL, span, suggestion=EVIL, fingerprint="f")
    base = factory.document(pairs, EVIL)
    aside = (Block(EVIL, "front matter"),)
    return Result(
        replace(base, set_aside=aside, warnings=(EVIL,)),
        pairs,
        (replace(factory.match(pairs[0], "Pain", "疼痛", "ok"), term=term),),
        (Abbreviation(EVIL, "source", EVIL, (EVIL,), (), (Place(1, span),), (Place(1, span),)),),
        (finding,),
        skipped=factory.gated().skipped,
        version=EVIL,
        rules=(EVIL,),
        breaches=(EVIL,),
    )


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("name", [*factory.RESULTS, "evil"])
def test_elements_are_closed_and_names_lead_somewhere(name: str, lang: Lang) -> None:
    page = Page(text_of({**factory.RESULTS, "evil": evil}[name](), lang=lang))
    places = page.values("id")
    assert len(places) == len(set(places))
    links = [value[1:] for value in page.values("href")]
    described = [one for key in ("aria-describedby", "aria-labelledby") for v in page.values(key) for one in v.split()]
    assert {*links, *described, *(g["data-p"] for t, g in page.elements if t == "g")} <= set(places)


def test_several_documents_and_none() -> None:
    page = Page(text_of(*(make() for make in factory.RESULTS.values()), findings_only=True))
    assert len([1 for tag, _ in page.elements if tag == "article"]) == len(factory.RESULTS)
    assert len(page.values("id")) == len(set(page.values("id")))
    assert any(attributes.get("name") == "found" and "checked" in attributes for _, attributes in page.elements)
    assert "Translation check" in Page(text_of()).text


def test_nothing_comes_from_outside() -> None:
    text = text_of(factory.result())
    assert "http" not in text.replace("http-equiv", "")
    page = Page(text)
    assert not page.values("src") + page.values("style")
    assert all(value.startswith("#") for value in page.values("href"))
    assert set(re.findall(r"url\(.", text)) == {"url(#"}
    assert not [tag for tag, _ in page.elements if tag in ("link", "img", "iframe", "object", "base")]
    (policy,) = (a["content"] or "" for t, a in page.elements if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_markup_in_texts_is_shown_and_not_run() -> None:
    text = text_of(evil())
    page = Page(text)
    assert [tag for tag, _ in page.elements].count("script") == 1
    assert not [attributes for _, attributes in page.elements if any(name.startswith("on") for name in attributes)]
    assert "\u2028" not in text
    assert page.text.count("<script>alert(1)</script>") >= 8


def test_texts_are_whole_and_name_their_language() -> None:
    result = factory.result()
    text = text_of(result)
    for side, lang in (("source", "en"), ("target", "zh-Hans")):
        shown = re.findall(rf'<p class="{side}[^"]*" lang="{lang}">(.*?)</p>', text, flags=re.DOTALL)
        assert [Page(one).text for one in (f"<p>{s}</p>" for s in shown)] == [
            pair.text(side)
            for pair in result.pairs
            if pair.segments(side)  # type: ignore[arg-type]
        ]


def test_traditional_chinese_says_so() -> None:
    pairs = factory.pairs_of([("The knee was painful.", "膝關節疼痛，骨質疏鬆。", "body")])
    assert 'lang="zh-Hant"' in text_of(Result(factory.document(pairs), pairs))


def test_overlapping_marks_are_cut() -> None:
    text = "left knee pain"
    marks = [
        Mark(Span.of(text, 0, 9), "d1f1", "minor"),
        Mark(Span.of(text, 5, 14), "d1f2", "major"),
        Mark(Span.of(text, 5, 9), term="7", status="ok", quiet=True),
        Mark(Span(14, 14, ""), "d1f3", "minor"),
    ]
    page = Page(marked(text, marks, "en", "zh-Hans"))
    assert page.text == text
    cuts = [(a["class"], a.get("data-n"), a.get("data-t"), a["tabindex"]) for _, a in page.elements]
    assert cuts == [
        ("minor", "d1f1", None, "0"),
        ("major", "d1f1 d1f2", "7:ok", "0"),
        ("major", "d1f2", None, "-1"),
        ("minor point", "d1f3", None, "0"),
    ]


def test_the_words_are_in_both_languages() -> None:
    for english, chinese in words._WORDS.values():
        names = [set(re.findall(r"\{(\w+)\}", part)) for part in (english.partition("|")[0], chinese)]
        assert names[0] == names[1]
        assert not re.search(r"[,;:?!()](?!\w)", re.sub(r"\{\w+\}", "", chinese)), chinese


def test_the_chinese_interface_has_no_english_words() -> None:
    text = Page(text_of(factory.clean(), lang="zh")).text
    rest = re.sub(r"The joint was swollen\.|It hurt\.|aligner \S+|clean\.txt|JavaScript|Tab|Esc", "", text)
    assert not re.findall(r"[A-Za-z]{2,}", rest)


def test_the_page_is_what_it_was() -> None:
    text = re.sub(r"<(style|script)>.*?</\1>", r"<\1></\1>", text_of(factory.gated()), flags=re.DOTALL)
    same_as_golden("report.html", re.sub(r"sha256-[^']+", "sha256-", text))


def test_many_places_are_not_all_linked() -> None:
    pairs = factory.pairs_of([("Pain.", "疼痛.", "body")] * 60)
    places = tuple(Place(pair.id, None, Span.of(pair.target_text, 2, 3)) for pair in pairs)
    finding = Finding("stop", "Fluency", "minor", None, "A half-width stop.", places=places, count=60)
    text = text_of(Result(factory.document(pairs), pairs, findings=(finding,)))
    assert "and 20 more" in text
    assert text.count('data-f="minor/stop/new"') == 60


def test_the_command_writes_it(tmp_path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "report.html"
    assert run(["check", "--demo", "--lang", "zh", "-o", str(place)]) == 0
    capsys.readouterr()
    assert "译文检查报告" in Page(place.read_text("utf-8")).text


def test_sentences_on_both_sides_are_drawn() -> None:
    first, second = factory.segment("One. ", "en", 0), factory.segment("Two.", "en", 1)
    pair = Pair(1, (first, second), (factory.segment("一二。", "zh", 0),), 0.4, "lexical")
    text = text_of(Result(factory.document([pair]), (pair,)))
    assert text.count('<rect class="s"') == 3
    assert '<path class="q0"' in text
    assert "2–1 in 1" in text


def luminance(colour: str) -> float:
    digits = colour if len(colour) == 6 else "".join(2 * digit for digit in colour)
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_texts_have_contrast_in_light_and_dark() -> None:
    light, dark = (
        dict(re.findall(r"--([\w-]+): #([0-9a-f]{3}|[0-9a-f]{6});", asset(name))) for name in ("light.css", "dark.css")
    )
    severities = ["critical", "major", "minor", "neutral"]
    pairs = [(ink, ground) for ink in ("ink", "soft", "link", "good", *severities) for ground in ("ground", "paper")]
    pairs += [("ink", f"{name}-bg") for name in severities]
    pairs += [("good", "good-bg"), ("major", "major-bg"), ("minor", "minor-bg")]
    for colours in (light, dark):
        for ink, ground in pairs:
            low, high = sorted(luminance(colours[name]) for name in (ink, ground))
            assert (high + 0.05) / (low + 0.05) >= 4.5, (ink, ground)
