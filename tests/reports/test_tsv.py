"""The pairs as tab-separated text."""

import csv
import io

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from aligner.model import Result
from aligner.reports import RenderOptions, find
from aligner.reports.tsv import escape
from tests import factory
from tests.golden_files import same_as_golden


def text_of(*results: Result) -> str:
    return "".join(find("tsv").render(iter(results), RenderOptions()))


def test_golden():
    same_as_golden("pairs.tsv", text_of(factory.result()))
    same_as_golden("documents.tsv", text_of(factory.clean(), factory.hostile()))


def test_nothing_but_the_header_for_nothing():
    assert text_of(factory.empty()) == "id\tscore\tsource\ttarget\n"


def test_pandas_reads_it():
    frame = pd.read_csv(io.StringIO(text_of(factory.result())), sep="\t", quoting=csv.QUOTE_NONE, keep_default_na=False)
    pairs = factory.result().pairs
    assert list(frame.id) == [pair.id for pair in pairs]
    assert list(frame.source) == [pair.source_text for pair in pairs]
    assert list(frame.target) == [pair.target_text for pair in pairs]


@given(st.text(alphabet=st.one_of(st.sampled_from("\\\t\n\rtnr"), st.characters())))
def test_an_escape_loses_nothing(text):
    escaped = escape(text)
    assert not set(escaped) & set("\t\n\r")
    back = escaped.replace("\\\\", "\0").replace("\\t", "\t").replace("\\n", "\n").replace("\\r", "\r")
    assert "\0" in text or back.replace("\0", "\\") == text


def test_quotes_are_text():
    quoted = factory.pairs_of([('"Pain"', '"疼痛"', "body")])
    assert text_of(Result(factory.document(quoted), quoted)).endswith('\t"Pain"\t"疼痛"\n')
