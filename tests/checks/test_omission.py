"""The weight of a sentence without counterpart depends on what it is."""

import pytest

from aligner.checks.addition import RULE as ADDITION
from aligner.checks.omission import RULE as OMISSION
from aligner.model import Block, Context, Pair, Role, Segment


def severities(text: str, role: Role) -> list[list[str | None]]:
    segments = (Segment(Block(text, role), 0, text, "en", 0, role),)
    pairs = Pair(1, segments, (), 0.0, "lines"), Pair(2, (), segments, 0.0, "lines")
    context = Context(pairs, (), "en", "en")
    return [[hit.severity for hit in rule.check(pair, context)] for rule in (OMISSION, ADDITION) for pair in pairs]


@pytest.mark.parametrize(
    ("text", "role", "severity"),
    [
        ("No fracture was seen.", "body", "major"),
        ("Osteoporosis of the hip", "title", "major"),
        ("METHODS:", "label", "minor"),
        ("Results", "heading", "minor"),
        ("2.1 Patients", "heading", "minor"),
        ("Table 2", "heading", "minor"),
        ("Ibuprofen 400 mg three times daily", "heading", "major"),
        ("- Two spoonfuls at night", "heading", "major"),
        ("- Ice packs", "heading", "minor"),
        ("Keywords: hip", "keywords", "minor"),
        ("* * *", "body", "minor"),
    ],
)
def test_severity_by_role(text: str, role: Role, severity: str) -> None:
    assert severities(text, role) == [[severity], [], [], [severity]]


def test_a_lone_heading_of_the_abstract_is_nothing() -> None:
    assert severities("Abstract", "label") == severities("摘要：", "heading") == [[], [], [], []]


def test_blank_lines_and_front_matter_are_nothing() -> None:
    assert severities("  ", "body") == [[], [], [], []]
    assert severities("Department of Rheumatology", "front matter") == [[], [], [], []]
