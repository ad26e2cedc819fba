"""DataFrames in, DataFrames out."""

import pandas as pd
import pytest

import aligner
from aligner.errors import ConfigError, InputError

PAIRS = pd.DataFrame(
    {
        "doc": ["a", "a", "b", "b", "a"],
        "source": ["Knee pain.", "12 women.", None, "", "She had migratory arthralgia."],
        "target": ["膝关节疼痛。", "21名女性。", "此处多出一句完整的话。", "  ", "她有迁移性关节痛。"],
    },
    index=list("vwxyz"),
)


def test_findings_name_the_row_of_their_pair():
    found = aligner.check_frame(PAIRS)
    assert list(zip(found.doc, found.row, found.rule, strict=True)) == [
        ("a", "w", "numbers"),
        ("a", "z", "terminology"),
        ("b", "x", "addition"),
    ]
    for row in found.dropna(subset=["target_start"]).itertuples():
        assert PAIRS.target[row.row][row.target_start : row.target_end] == row.target_text


def test_from_chinese():
    turned = PAIRS.rename(columns={"source": "target", "target": "source"}).iloc[:2]
    assert list(aligner.check_frame(turned, source="zh", target="en").rule) == ["numbers"]


@pytest.mark.parametrize("function", [aligner.check_frame, aligner.align_frame])
def test_partitions_come_to_what_the_whole_does(function):
    whole = function(PAIRS.reset_index(drop=True))
    parts = [function(rows) for rows in (PAIRS.reset_index(drop=True).iloc[k] for k in ([0, 1, 4], [2, 3], []))]
    assert all(dict(part.dtypes) == dict(whole.dtypes) for part in parts)
    order = ["doc", "pair", "source_text", "target_text"] if function is aligner.check_frame else ["doc", "source"]
    together = pd.concat(parts).sort_values(order, ignore_index=True)
    pd.testing.assert_frame_equal(together, whole.sort_values(order, ignore_index=True))


def test_a_finding_about_the_document_has_no_row():
    same = pd.DataFrame({"source": ["He rested (p = 0.04)."] * 4, "target": ["他休息了(p = 0.04)。"] * 4})
    found = aligner.check_frame(same, select=["half-width-punctuation"])
    assert found.row.dtype == "Int64" and found.pair.isna().tolist() == [True]
    assert found.row.isna().all()


def test_documents_are_paired_each_for_itself():
    texts = pd.DataFrame(
        {"source": ["Pain. Swelling.", "He came."], "target": ["疼痛。肿胀。", None]}, index=["one", "two"]
    )
    found = aligner.align_frame(texts)
    assert list(found.doc) == ["one", "one", "two"]
    assert list(found.target) == ["疼痛。", "肿胀。", ""]


def test_the_frame_is_left_as_it_is():
    before = PAIRS.copy()
    aligner.check_frame(PAIRS)
    pd.testing.assert_frame_equal(PAIRS, before)


def test_what_cannot_be_done_is_said():
    with pytest.raises(ConfigError, match="no column 'target'"):
        aligner.check_frame(PAIRS.drop(columns="target"))
    with pytest.raises(ConfigError, match="target is 'en'"):
        aligner.check_frame(PAIRS, target="en")
    with pytest.raises(ConfigError, match="there is no option 'selct'"):
        aligner.check_frame(PAIRS, selct=["numbers"])
    with pytest.raises(InputError, match="document 0"):
        aligner.align_frame(pd.DataFrame({"source": ["Knee pain."], "target": ["Knee pain."]}))
