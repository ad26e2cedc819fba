"""Every rule's own examples: it fires on the bad ones and keeps silent on the good ones."""

import re
from itertools import zip_longest

import pytest

from aligner import registry
from aligner.checks import _runner
from aligner.glossary import ledger
from aligner.lexicon.lexicon import Lexicon
from aligner.model import Block, Context, Example, Finding, Lang, Pair, Role, Rule, Segment
from aligner.text.sections import section_of
from tests.checks.asking import lexicon

# Rules about terms need a term base, see test_term_rules; one about the order of sentences needs their alignment,
# one about words the dictionary, one about rows a table, and one about tags a file that has some.
ELSEWHERE = (
    "terminology",
    "inconsistent-term",
    "moved-sentence",
    "doubtful-pair",
    "not-a-translation",
    "list-items",
    "omitted-words",
    "inline-tags",
    "shifted-rows",
)
RULES: tuple[Rule, ...] = tuple(r for r in registry.load("aligner.checks", "RULE") if r.id not in ELSEWHERE)
_KEYWORDS = re.compile(r"\s*(?:key ?words?|关键词)\s*[:：]", re.IGNORECASE)


def lang_of(text: str) -> Lang:
    return "zh" if re.search(r"[\u4e00-\u9fff]", text) else "en"


def segment(text: str, lang: Lang, index: int) -> tuple[Segment, ...]:
    role: Role = "keywords" if _KEYWORDS.match(text) else "label" if section_of(text) else "body"
    return (Segment(Block(text, role, line=index + 1), 0, text, lang, index, role),) if text else ()


def findings(rule: Rule, example: Example, words: Lexicon | None = None) -> tuple[Finding, ...]:
    langs: tuple[Lang, Lang] = lang_of(example.source), lang_of(example.target)
    if langs[0] == langs[1]:  # text left in the other language: the side says which it should have been
        langs = ("en", "zh") if langs[0] == "en" else ("zh", "en")
    lines = zip_longest(example.source.split("\n"), example.target.split("\n"), fillvalue="")
    pairs = tuple(
        Pair(i, segment(a, langs[0], i - 1), segment(b, langs[1], i - 1), 1.0, "lines")
        for i, (a, b) in enumerate(lines, 1)
    )
    context = Context(pairs, (), *langs, abbreviations=ledger(pairs, (), langs[0]), lexicon=words)
    found, skipped = _runner.run(context, [rule])
    assert not skipped
    return found


def cases(kind: str) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.id}-{i}")
        for rule in RULES
        for i, example in enumerate(getattr(rule, kind))
    ]


@pytest.mark.parametrize(("rule", "example"), cases("bad"))
def test_a_rule_fires_on_its_bad_examples(rule: Rule, example: Example) -> None:
    found = findings(rule, example)
    assert found
    assert all(finding.message and finding.fingerprint for finding in found)


@pytest.mark.parametrize(("rule", "example"), cases("good"))
def test_a_rule_is_silent_on_its_good_examples(rule: Rule, example: Example) -> None:
    assert findings(rule, example) == ()


@pytest.mark.parametrize(("rule", "example"), cases("bad"))
def test_a_rule_fires_on_its_bad_examples_with_the_lexicon(rule: Rule, example: Example) -> None:
    assert findings(rule, example, lexicon())


@pytest.mark.parametrize(("rule", "example"), cases("good"))
def test_a_rule_is_silent_on_its_good_examples_with_the_lexicon(rule: Rule, example: Example) -> None:
    assert findings(rule, example, lexicon()) == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_has_examples_in_both_directions(rule: Rule) -> None:
    for examples in (rule.bad, rule.good):
        directions = {lang_of(example.source) for example in examples}
        one = {"zh": {"en"}, "en": {"zh"}, None: {"en", "zh"}}
        assert directions == one[rule.target_lang]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_has_a_manual_page(rule: Rule) -> None:
    module = __import__(f"aligner.checks.{rule.id.replace('-', '_')}", fromlist=["RULE"])
    page = module.__doc__ or ""
    for part in ("What it finds", "Why it matters", "What it leaves alone", "How to fix it"):
        assert f"\n{part}\n" in page
