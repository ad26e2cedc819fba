"""Term candidates from bilingual text."""

import csv
import gzip
import subprocess
import sys
from pathlib import Path

import click
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner import lexicon as lexicons
from aligner.cli_extract import extract as command
from aligner.errors import InputError
from aligner.glossary.extraction import Candidate, Options, association, chinese, english, extract, to_csv
from aligner.glossary.extraction.general import general
from aligner.glossary.extraction.phrases import phrases, runs
from aligner.glossary.load import COLUMNS, load
from aligner.glossary.termbase import TermBase
from aligner.lexicon.lexicon import Lexicon
from aligner.model import Forms, Term

PAIRS = (
    ("Bone marrow oedema was seen in the hip joint.", "髋关节可见骨髓水肿。"),
    ("The bone marrow oedema disappeared after six months.", "六个月后骨髓水肿消失。"),
    ("We found no bone marrow oedema on the second scan.", "第二次扫描未发现骨髓水肿。"),
    ("Does zoledronic acid shorten bone marrow oedema?", "唑来膦酸能缩短骨髓水肿的病程吗？"),
    ("All patients were given zoledronic acid once.", "所有患者均接受一次唑来膦酸治疗。"),
    ("Zoledronic acid was well tolerated.", "唑来膦酸耐受性良好。"),
    ("Fever is common after zoledronic acid.", "使用唑来膦酸后常见发热。"),
    ("The hip joint was not replaced.", "未置换髋关节。"),
    ("Infection of the hip joint was excluded.", "排除了髋关节感染。"),
    ("They walked with crutches for eight weeks.", "他们拄拐行走八周。"),
    ("Crutches were no longer needed in spring.", "到春天已不再需要拐杖。"),
    ("No patient had fever at the last visit.", "末次随访时无患者发热。"),
)


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return lexicons.load()


def _found(lexicon: Lexicon, **options: int) -> dict[str, str]:
    return {c.en: c.zh for c in extract(PAIRS, lexicon, options=Options(**options))}


def test_terms_are_found_whole(lexicon: Lexicon) -> None:
    found = _found(lexicon)
    assert found["bone marrow oedema"] == "骨髓水肿"
    assert found["zoledronic acid"] == "唑来膦酸"  # the dictionary has neither word of it
    assert found["hip joint"] == "髋关节"
    assert not {"marrow oedema", "bone marrow", "acid", "joint"} & found.keys()


def test_how_often_a_term_must_stand(lexicon: Lexicon) -> None:
    assert "zoledronic acid" in _found(lexicon, least=4)
    assert "hip joint" not in _found(lexicon, least=4)


def test_only_the_best_are_kept(lexicon: Lexicon) -> None:
    every = list(_found(lexicon))
    assert len(every) > 2
    assert list(_found(lexicon, top=2)) == every[:2]


def test_terms_that_the_term_base_has_are_left_out(lexicon: Lexicon) -> None:
    known = TermBase.of([[Term("edema", Forms("bone-marrow edemas"), Forms("骨髓水肿"))]])
    found = {c.en for c in extract(PAIRS, lexicon, known)}
    assert found == _found(lexicon).keys() - {"bone marrow oedema"}


def test_candidates_tell_what_they_stand_on(lexicon: Lexicon) -> None:
    found = next(c for c in extract(PAIRS, lexicon) if c.en == "zoledronic acid")
    assert found.count == 4
    assert found.example in PAIRS
    assert found.likelihood > association.SIGNIFICANT
    assert 0.5 < found.score <= 1


def test_a_pair_given_twice_counts_once(lexicon: Lexicon) -> None:
    assert extract(PAIRS * 3, lexicon) == extract(PAIRS, lexicon)


def test_a_sample_bounds_the_memory(lexicon: Lexicon) -> None:
    assert extract(PAIRS, lexicon, options=Options(most_pairs=len(PAIRS))) == extract(PAIRS, lexicon)
    assert extract(PAIRS, lexicon, options=Options(most_pairs=1)) == ()


def test_traditional_characters_stay(lexicon: Lexicon) -> None:
    pairs = [(en, lexicon.traditional(zh)) for en, zh in PAIRS]
    assert {c.en: c.zh for c in extract(pairs, lexicon)}["bone marrow oedema"] == "骨髓水腫"


def test_names_of_people_and_places_are_no_terms(lexicon: Lexicon) -> None:
    verbs = (("visited", "访问"), ("left", "离开"), ("admired", "欣赏"), ("praised", "称赞"))
    pairs = [(f"We {en} Germany with a tonometer.", f"我们带着眼压计{zh}德国。") for en, zh in verbs]
    pairs += [("He slept well.", "他睡得很好。"), ("She ate an apple.", "她吃了一个苹果。")]
    found = {c.en: c.zh for c in extract(pairs, lexicon)}
    assert "Germany" not in found
    assert "德国" not in found.values()


def test_nothing_is_found_in_nothing(lexicon: Lexicon) -> None:
    assert extract([], lexicon) == ()
    assert extract([("Pain.", "疼痛。")], lexicon) == ()


_TEXT = st.text(alphabet="ab of the COVID-19 (,.)疫苗接种率的和19Ａ１·", max_size=30)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(_TEXT, _TEXT), max_size=12))
def test_any_text_can_be_given(lexicon: Lexicon, pairs: list[tuple[str, str]]) -> None:
    for c in extract(pairs, lexicon):
        assert c.en.casefold() in " ".join(c.example[0].split()).casefold() or c.count > 1
        assert set(c.zh) <= {char for _, zh in pairs for char in zh}


COMPANY = english.Company()
for _en, _zh in PAIRS:
    COMPANY.add(english.tokens(_en))


def _fits(phrase: str) -> bool:
    keys = tuple(word.key for word in english.tokens(phrase))
    return all(keys) and english.NounPhrases(COMPANY)(keys)


@pytest.mark.parametrize(
    "phrase",
    [
        "femoral head",
        "COVID-19",
        "WHO",
        "shortness of breath",
        "type 2 diabetes",
        "family history",
        "fever",
        "trial phase 3",
    ],
)
def test_what_may_be_an_english_term(phrase: str) -> None:
    assert _fits(phrase)


@pytest.mark.parametrize(
    "phrase",
    [
        "the head",  # begins with a function word
        "important finding",  # names no kind
        "respiratory",  # an adjective alone
        "severe acute respiratory",  # ends before its noun
        "number of patients",  # a relation
        "large number",  # general
        "provide evidence",  # a verb
        "highly contagious disease",  # begins with an adverb
        "2019",
        "week 2019",
        "of fever",
    ],
)
def test_what_is_no_english_term(phrase: str) -> None:
    assert not _fits(phrase)


def test_a_verb_shows_in_its_company() -> None:
    company = english.Company()
    for text in ("They swab the throat.", "We swab each patient.", "To swab the nose is easy."):
        company.add(english.tokens(text))
    assert company.is_verb("swab")
    for text in ("A swab was sent.", "The swab was lost.", "The result of a swab.", "His swab and her swab."):
        company.add(english.tokens(text))
    assert not company.is_verb("swab")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("急性|呼吸|窘迫", True),
        ("CT|扫描", True),
        ("前|交叉|韧带", True),
        ("传染|性", True),
        ("CT", False),  # nothing Chinese
        ("增加|风险", False),
        ("风险|增加", False),
        ("性|疾病", False),
        ("30|患者", False),
        ("洗手|洗手液", False),  # two phrases side by side
        ("国家|政府", False),  # general words only
    ],
)
def test_what_may_be_a_chinese_term(text: str, *, expected: bool) -> None:
    words = tuple(text.split("|"))
    assert chinese.NounPhrases(general(words, 100))(words) is expected


def test_a_part_that_stands_nearly_always_in_a_longer_phrase_is_left_out() -> None:
    sentences = [runs(["bone", "marrow", "", "scan"])] * 3 + [runs(["marrow"])]
    found = phrases(sentences, 3, 2, lambda words: True)
    assert set(found) == {("bone", "marrow"), ("scan",)}
    assert list(found["scan",].sentences) == [0, 1, 2]
    sentences += [runs(["marrow"])] * 2
    assert phrases(sentences, 3, 2, lambda words: True)[("marrow",)].held == 0.5


_TABLES = st.tuples(*[st.integers(0, 60)] * 4).filter(any)


@given(_TABLES)
def test_log_likelihood(table: tuple[int, int, int, int]) -> None:
    both, one, other, _ = table
    total = sum(table)
    value = association.log_likelihood(both, both + one, both + other, total)
    assert value == pytest.approx(association.log_likelihood(both, both + other, both + one, total))
    expected = (both + one) * (both + other) / total
    if abs(both - expected) < 1e-9:
        assert value == pytest.approx(0, abs=1e-6)
    else:
        assert (value > -1e-9) == (both > expected)


def test_general_words_are_told_from_those_of_a_field() -> None:
    usage = general(["国家", "骨髓", "骨髓水肿"], 1000)
    assert usage.strangeness(("骨髓",), 10) > 1 > usage.strangeness(("国家",), 10)
    assert usage.strangeness(("骨髓", "水肿"), 10) > 1


def test_without_the_list_of_general_words(monkeypatch: pytest.MonkeyPatch, lexicon: Lexicon) -> None:
    monkeypatch.setattr("aligner.glossary.extraction.general._path", lambda: None)
    assert _found(lexicon)["bone marrow oedema"] == "骨髓水肿"


def test_the_glossary_loads(tmp_path: Path, lexicon: Lexicon) -> None:
    place = tmp_path / "candidates.csv"
    place.write_text("".join(to_csv(extract(PAIRS, lexicon), "orthopaedics")), encoding="utf-8")
    terms = {term.en.preferred: term for term in load(place)}
    term = terms["zoledronic acid"]
    assert (term.zh.preferred, term.status, term.domain) == ("唑来膦酸", "candidate", "orthopaedics")
    assert term.note.startswith("4 pairs; score 0.")
    assert any(en in term.note and zh in term.note for en, zh in PAIRS)


def test_ids_stay_apart_and_lines_whole(tmp_path: Path) -> None:
    twice = [
        Candidate(en, zh, 2, 0.9, 20.0, ("A\nb.", '"甲"\n乙。')) for en, zh in (("AIDS", "艾滋病"), ("aids", "辅助器"))
    ]
    lines = list(to_csv(twice))
    assert len({row[0] for row in csv.reader(lines)}) == len(lines) == 3
    assert all(line.endswith("\n") and line.count("\n") == 1 for line in lines)
    assert tuple(next(csv.reader(lines))) == COLUMNS


def _run(*args: str | Path) -> None:
    command.main([str(arg) for arg in args], standalone_mode=False)


def _english(place: Path) -> list[str]:
    return [term.en.preferred for term in load(place)]


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    rows = "".join(f"{en}\t{zh}\n" for en, zh in PAIRS)
    (tmp_path / "pairs.tsv").write_text(rows, encoding="utf-8")
    with gzip.open(tmp_path / "pairs.tsv.gz", "wt", encoding="utf-8") as file:
        file.write(rows)
    (tmp_path / "a.en.txt").write_text("\n".join(en for en, _ in PAIRS), encoding="utf-8")
    (tmp_path / "a.zh.txt").write_text("\n".join(zh for _, zh in PAIRS), encoding="utf-8")
    (tmp_path / "page.txt").write_text("\n\n".join(f"{en}\n\n{zh}" for en, zh in PAIRS), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("files", ["pairs.tsv", "pairs.tsv.gz", "a.en.txt a.zh.txt", "a.zh.txt a.en.txt", "page.txt"])
def test_the_command_reads_what_there_is(texts: Path, files: str, capsys: pytest.CaptureFixture[str]) -> None:
    place = texts / "out.csv"
    _run(*(texts / name for name in files.split()), "-o", place, "--no-own-glossaries")
    assert {"bone marrow oedema", "zoledronic acid"} <= set(_english(place))
    assert "candidates from" in capsys.readouterr().err


def test_the_command_takes_several_files_and_options(texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = texts / "mine.csv"
    mine.write_text("en,zh\nzoledronic acid,唑来膦酸\n", encoding="utf-8")
    files = [texts / name for name in ("page.txt", "a.en.txt", "a.zh.txt", "pairs.tsv")]
    _run(*files, "--no-own-glossaries", "--glossary", mine, "--top", "1", "--domain", "bones", "--min-count", "3")
    rows = list(csv.DictReader(capsys.readouterr().out.splitlines()))
    assert [(row["en"], row["domain"], row["status"]) for row in rows] == [("bone marrow oedema", "bones", "candidate")]


def test_what_is_wrong_with_the_input_is_said(texts: Path) -> None:
    with pytest.raises(InputError, match="holds only English"):
        _run(texts / "a.en.txt")
    with pytest.raises(InputError, match="there is no such file"):
        _run(texts / "none.tsv")
    with pytest.raises(click.UsageError):
        _run()


def test_checking_a_translation_does_not_load_it() -> None:
    code = (
        "import sys, aligner.cli as c; c.run(['check', '--demo']); assert not any('extract' in m for m in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_a_corpus_of_its_field(shared_data: Path, lexicon: Lexicon) -> None:
    from aligner.lexicon import memory

    found = extract(memory.pairs(shared_data / "parallel" / "tico19.en-zh.tsv.gz"), lexicon, options=Options(top=200))
    best = {c.en: c.zh for c in found}
    wanted = {
        "pneumonia": "肺炎",
        "incubation period": "潜伏期",
        "remdesivir": "瑞德西韦",
        "cytokine storm": "细胞因子风暴",
    }
    assert wanted.items() <= best.items()
    assert len(best) == 200
