"""Patterns of paths."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner import globs


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("*.txt", "a/b.txt", True),
        ("*.txt", "a/b.txt.bak", False),
        ("b.*", "a/b.txt", True),
        ("a/*", "x/a/b.txt", True),
        ("/a/*", "x/a/b.txt", False),
        ("/a/**", "a/b/c.txt", True),
        ("a", "x/a/b.txt", True),
        ("**/c.txt", "a/b/c.txt", True),
        ("a/**/c.txt", "a/c.txt", True),
        ("?.txt", "ab.txt", False),
        ("a.txt", "aatxt", False),
        ("[a].txt", "a.txt", False),
        ("摘要/*.txt", "摘要/甲.txt", True),
    ],
)
def test_matches(pattern: str, path: str, expected: bool) -> None:
    assert globs.matches(pattern, path) is expected


def test_what_two_files_share_is_captured_and_filled_in() -> None:
    found = list(globs.captures("en/{name}.{ext}", "en/x/en/a.b.txt"))
    assert found == [("", {"name": "x/en/a.b", "ext": "txt"}), ("en/x/", {"name": "a.b", "ext": "txt"})]
    assert globs.filled("zh/{name}.{ext}", found[1][1]) == "zh/a.b.txt"
    assert list(globs.captures("{name}/{name}.txt", "a/b.txt")) == []
    assert [names["name"] for _, names in globs.captures("{name}/{name}.txt", "a/a.txt")] == ["a"]


_NAME = st.text("ab.-_1 甲", min_size=1, max_size=6)


@given(st.lists(_NAME, min_size=1, max_size=3))
def test_a_path_matches_itself_and_stays_the_same_when_filled(parts: list[str]) -> None:
    path = "/".join(parts)
    assert globs.matches(f"/{path}", path)
    for before, names in globs.captures("{name}", path):
        assert before + globs.filled("{name}", names) == path
