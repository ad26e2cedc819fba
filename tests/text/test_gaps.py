"""Where a sentence has lost a word, surely or likely."""

import pytest

from aligner.text.gaps import gaps, gaps_in_chinese


@pytest.mark.parametrize(
    "text",
    [
        "Both and saliva carry the virus.",
        "It is not known, but and behavioural factors matter.",
        "The first trial of a started with four volunteers.",
        "It was reported, suggesting that was possible.",
        "The virus is highly . It spreads fast.",
        "Many -themed pages were seen.",
        "It aims at preventing .The name is new.",
        "The share of the infected ( and undiagnosed) who died, by age.",
        "A Susceptible- -Removed model was fitted.",
        "We call the first one " + '"fever" and the second "hay ".',
        "A low reported of complications is an asset.",
        "Little is known about that were not treated.",
        "It lowers the rate of from all causes.",
        "All samples, including , were kept.",
        "The viruses of rabies, , and mumps are old.",
        "Wearing a can help.",
        "Put on a gown and touch the while wearing it.",
        "Occupationally, have a higher risk.",
    ],
)
def test_a_likely_gap_is_seen(text: str) -> None:
    assert len(gaps(text, likely=True)) == 1
    assert gaps(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "There is a need for care and a hundred of them had a bed in the ward.",
        "Three or more. We do not know whether that was possible.",
        "Tokens , all of them , stand apart .",
        "The report that was sent has a foundation that is sound; it is very, very long.",
        "A can of paint was used; the doses of from 3 to 5 mg were reported, of course, in a Can study.",
        "Fortunately, has-been drugs were rare; it was caused by the one that was treated, including those.",
        'He said "this" and "that".',
        "It was higher in children with than in those without overload.",
        "It is not only contagious but also fatal; both the old and the young die.",
    ],
)
def test_what_reads_well_has_no_gap(text: str) -> None:
    assert gaps(text, likely=True) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [("可能是感冒或。", 1), ("即使，仍会传播。", 1), ("病情缓和，体温平和。", 0), ("他们参与，并反思。", 0)],
)
def test_gaps_in_chinese(text: str, number: int) -> None:
    assert len(gaps_in_chinese(text)) == number
