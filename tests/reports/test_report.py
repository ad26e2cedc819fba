"""What holds for every report."""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator

import pytest

from aligner import registry
from aligner.errors import ConfigError
from aligner.model import Finding, Result, Span
from aligner.reports import RenderOptions, find
from tests import factory

IDS = registry.ids("aligner.reports")
TEXTS = [report_id for report_id in IDS if not find(report_id).binary]


def test_these_there_are():
    assert {"beads", "console", "json", "tsv", "concise", "jsonl", "sarif", "junit", "github", "gitlab"} <= set(IDS)


@pytest.mark.parametrize("report_id", IDS)
def test_an_id_leads_to_its_report(report_id):
    report = find(report_id)
    assert report.id == report_id and report.title
    assert all(extension.startswith(".") and extension == extension.lower() for extension in report.extensions)


def test_an_extension_says_one_format_but_where_a_file_may_be_written_anew_or_into():
    extensions = Counter(extension for report_id in IDS for extension in find(report_id).extensions)
    assert {extension for extension, count in extensions.items() if count > 1} == {".xlf", ".xliff"}


def test_a_format_that_does_not_exist_is_an_error_naming_the_nearest():
    with pytest.raises(ConfigError, match="there is no report 'jsn'; did you mean 'json'"):
        find("jsn")


@pytest.mark.parametrize("report_id", TEXTS)
def test_a_report_that_streams_takes_one_document_after_the_other(report_id):
    """At most two documents are held back, to see whether there are several."""
    taken = []

    def results() -> Iterator[Result]:
        for number in range(9):
            taken.append(number)
            yield factory.result()

    report = find(report_id)
    chunks = report.render(results(), RenderOptions())
    next(chunks)
    assert len(taken) <= 2 or not report.streams
    assert "".join(chunks).endswith("\n") and len(taken) == 9


@pytest.mark.parametrize("report_id", TEXTS)
@pytest.mark.parametrize(
    "make", [factory.result, factory.gated, factory.unread, factory.clean, factory.empty, factory.hostile]
)
def test_lines_end_in_a_line_feed_and_the_same_result_gives_the_same_text(report_id, make):
    first, second = ("".join(find(report_id).render([make()], RenderOptions())) for _ in range(2))
    assert first == second and (not first or first.endswith("\n")) and "\r" not in first


def test_finding_a_report_imports_no_library():
    code = (
        "import sys; from aligner.reports import find; [find(one) for one in ('console', 'json', 'tsv', 'beads')];"
        "print(*{'rich', 'pandas', 'numpy', 'jsonschema'} & set(sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout == "\n"


@pytest.mark.parametrize("report_id", sorted(set(TEXTS) - {"beads", "tsv", "html", "sarif"}))
def test_a_place_without_words_is_not_quoted(report_id):
    source, target = "The knee hurt\ufffc.", "膝痛。"
    pairs = factory.pairs_of([(source, target, "body")])
    missing = Finding("inline-tags", "", "major", 1, "the tag <x 2> is missing", Span(13, 13, ""), fingerprint="f")
    shown = "".join(
        find(report_id).render([Result(factory.document(pairs), pairs, findings=(missing,))], RenderOptions())
    )
    assert "“”" not in shown
