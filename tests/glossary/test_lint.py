"""What is wrong in a glossary is found, all of it, at its place; what is right is left alone."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.errors import GlossaryError
from aligner.glossary.lint import Problem, lint
from aligner.glossary.load import load
from aligner.glossary.locate import own_files


def _lint(folder: Path, *texts: str) -> tuple[Problem, ...]:
    paths = []
    for number, text in enumerate(texts):
        paths.append(folder / f"{number}.csv")
        paths[-1].write_text(text, encoding="utf-8", newline="")
    return lint(paths).problems


def _places(problems: tuple[Problem, ...], level: str = "error") -> list[tuple[int, int, str]]:
    return [(p.fault.line, p.fault.column, p.fault.field) for p in problems if p.level == level]


@pytest.mark.parametrize(
    ("text", "place", "what"),
    [
        ("id,en,zh\na,knee,膝\na,hip,髋\n", (3, 1, "id"), "line 2"),
        (
            "en,zh,domain\nknee,膝,anatomy\nhip,髋,anatomy\nKnees,膝关节,anatomy\n",
            (4, 1, "en"),
            "'膝' and not '膝关节'",
        ),
        ("en,zh\ntumour,肿瘤\ntumor,瘤子\n", (3, 1, "en"), "join the two"),
        ("en,zh,zh_forbidden\nknee,膝,膝\n", (2, 3, "zh_forbidden"), "both admitted and forbidden"),
        ("en,zh,en_forbidden\ntumour,肿瘤,tumors=minor: x\n", (2, 3, "en_forbidden"), "the same to the matcher"),
        ("en,zh,zh_forbidden\nCRP,C反应蛋白,Ｃ反应蛋白\n", (2, 3, "zh_forbidden"), "the same to the matcher"),
        ("en,zh\nknee,膝(关节)\n", (2, 2, "zh"), "half-width"),
        ("en,zh,zh_admitted\nknee,膝,膝关节(K)\n", (2, 3, "zh_admitted"), "half-width"),
        ('en,zh,zh_forbidden\nknee,膝,"膝,腿=minor: two (2), as it were"\n', (2, 3, "zh_forbidden"), "'膝,腿'"),
        ("en,zh\nknee,膝\nhip,髋\nosteoporosis,骨質疏松症\n", (4, 2, "zh"), "質"),
        ("en,zh\nknee,膝\u200b关节\n", (2, 2, "zh"), "U+200B (zero-width space)"),
        ("en,zh\nknee\u00a0pain,膝痛\n", (2, 1, "en"), "U+00A0 (no-break space)"),
        ("en,zh,note\nknee,膝,co\u00adoperate\n", (2, 3, "note"), "soft hyphen"),
        ("en,zh\nknee,\ufeff膝\n", (2, 2, "zh"), "byte order mark"),
        ("en,zh\nknee ,膝\n", (2, 1, "en"), "begins or ends with a space"),
        ("en,zh\nknee,\u3000膝\n", (2, 2, "zh"), "begins or ends with a space"),
        ("en,zh\nknee  pain,膝痛\n", (2, 1, "en"), "several spaces"),
        ("en,zh,zh_admitted\nknee,膝,膝关节||膝部\n", (2, 3, "zh_admitted"), "empty value"),
        ("en,zh,abbreviation\nknee,膝,K|\n", (2, 3, "abbreviation"), "empty value"),
        ("en,zh,match\nkn(ee,膝,regex\n", (2, 1, "en"), "no regular expression"),
        ("en,zh,en_admitted,match\nknee,膝,[a,regex\n", (2, 3, "en_admitted"), "no regular expression"),
        ("en,zh,en_admitted\nknee,膝,膝关节\n", (2, 3, "en_admitted"), "is Chinese"),
        ("en,zh,abbreviation\nknee,膝,膝\n", (2, 3, "abbreviation"), "is Chinese"),
        ("en,zh,zh_admitted\nknee,膝,knee joint\n", (2, 3, "zh_admitted"), "is English"),
        ("en,zh\nknee,Knee joint\n", (2, 2, "zh"), "is English"),
        ("en,zh,exceptions\nknee,膝,hip replacement\n", (2, 3, "exceptions"), "excepts nothing"),
        ("en,zh,exceptions\nknee,膝,Knee|膝\n", (2, 3, "exceptions"), "none is ever looked for"),
        ("en,zh,match\nknee,膝,fuzzy\n", (2, 3, "match"), "fuzzy"),
        ("en,zh\nknee,\n", (2, 2, "zh"), "is empty"),
        ("en,zh\nknee,膝,more\n", (2, 2, "zh"), "3 fields"),
        ("term,translation\nknee,膝\n", (1, 1, ""), "lacks en and zh"),
        ('en,zh\nknee,膝\nhip,"髋\n', (3, 1, ""), "well-formed"),
        ("", (0, 1, ""), "is empty"),
    ],
)
def test_each_fault_is_found_once_at_its_place(
    tmp_path: Path, text: str, place: tuple[int, int, str], what: str
) -> None:
    problems = _lint(tmp_path, text)
    assert _places(problems) == [place]
    assert what in str(problems[0])
    assert not _places(problems, "warning")


@pytest.mark.parametrize(
    "text",
    [
        "en,zh\nknee,膝关节（左）\n",
        'en,zh\nfenretinide,N-(4-羟苯基)维A酰胺\ncalcitriol,"1,25-二羟维生素D3"\n',
        "en,zh\nKaplan-Meier method,Kaplan-Meier法\nWestern blot,蛋白质印迹|Western blot\ncaspase,胱天蛋白酶|Caspase\n",
        "en,zh,domain\ndischarge,出院,general medicine\ndischarge,分泌物,ophthalmology\n",
        "en,zh,domain,case\nAIDS,艾滋病,infection,yes\naids,助听器,infection,yes\n",
        "en,zh,exceptions\ninfection,感染,感染|computer virus infection\n",
        "en,zh,exceptions\nadjuvant therapy,辅助治疗,neoadjuvant therapy|新辅助治疗\n",
        "en,zh\nknee,膝 | 膝关节\n",
        "en,zh,match\ngrade  (?:I|II),分级,regex\n",
        "en,zh\naligner,aligner\n",
        "en,zh\nosteoporosis,骨質疏鬆症\narthritis,關節炎\n",
        "en;zh\nknee;膝\n",
        "en,zh\nlipoprotein(a),脂蛋白(a)\nferric ion,铁(III)离子\n",
    ],
)
def test_what_is_right_is_left_alone(tmp_path: Path, text: str) -> None:
    assert _lint(tmp_path, text) == ()


def test_all_faults_of_a_file_are_told_in_order(tmp_path: Path) -> None:
    text = "en,zh,match,case\nknee,,fuzzy,maybe\nhip ,髋,,\n,踝,,\n"
    assert _places(_lint(tmp_path, text)) == [
        (2, 2, "zh"),
        (2, 3, "match"),
        (2, 4, "case"),
        (3, 1, "en"),
        (4, 1, "en"),
    ]
    assert "\n" not in str(_lint(tmp_path, 'en,zh,zh_forbidden\nknee,膝,"a=b\nc"\n')[0])


def test_files_are_compared_with_each_other(tmp_path: Path) -> None:
    first = "id,en,zh,domain\na,knee,膝,anatomy\nb,hip,髋,anatomy\n"
    second = "id,en,zh,domain\na,ankle,踝,anatomy\nc,hips,髋关节,anatomy\n"
    same_id, same_english = _lint(tmp_path, first, second)
    assert str(same_id).startswith(f"{tmp_path / '1.csv'}:2:1 (id): 'a' is also the id of {tmp_path / '0.csv'}, line 2")
    # That is how a glossary of a client changes a glossary of the house.
    assert same_english.level == "warning"
    assert "replaces that entry" in str(same_english)
    assert lint([tmp_path / "0.csv", tmp_path / "0.csv"]).problems == ()


def test_what_a_person_must_judge_is_a_warning(tmp_path: Path) -> None:
    text = "en,zh,abbreviation,domain\nParkinson disease,帕金森病,PD,a\nprogressive disease,疾病进展,PD,{}\n"
    (clash,) = _lint(tmp_path, text.format("a"))
    assert (clash.level, clash.fault.line, clash.fault.field) == ("warning", 3, "abbreviation")
    assert ": warning: 'PD' also abbreviates 'Parkinson disease' (line 2)" in str(clash)
    assert _lint(tmp_path, text.format("b")) == ()
    assert [p.level for p in _lint(tmp_path, "en,zh\ntumour,肿瘤\ntumors,肿瘤\n")] == ["warning"]
    preferred = "en,zh,zh_admitted,exceptions\nbiological agent,生物制剂,生物药,biological agent|生物制剂\n"
    assert [p.level for p in _lint(tmp_path, preferred)] == ["warning"]


def test_what_is_no_text_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match="no such glossary"):
        lint([tmp_path / "absent.csv"])
    with pytest.raises(GlossaryError, match="aligner terms import"):
        lint([tmp_path / "export.tbx"])


CELLS = st.sampled_from(
    ["", "knee", "膝", "knee|膝", "hip", "髋", "x=major", "x=fatal", "regex", "stem", "(", "yes", "maybe", "a|a", " "]
)
COLUMNS = st.permutations(["id", "en", "zh", "en_admitted", "zh_forbidden", "match", "case"])


@given(COLUMNS, st.lists(st.lists(CELLS, min_size=7, max_size=8), max_size=4))
def test_what_does_not_load_has_a_problem_there(
    tmp_path_factory: pytest.TempPathFactory, columns: list[str], table: list[list[str]]
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_text("".join(",".join(row) + "\n" for row in [columns, *table]), encoding="utf-8")
    told = [p.fault.error.args for p in lint([path]).problems if p.level == "error"]
    try:
        load(path)
    except GlossaryError as error:
        assert error.args in told


def test_our_own_glossaries_are_clean() -> None:
    found = lint(own_files())
    assert [str(problem) for problem in found.problems if problem.level == "error"] == []
    assert found.files == len(own_files())
    assert found.concepts == sum(len(load(path)) for path in own_files())
