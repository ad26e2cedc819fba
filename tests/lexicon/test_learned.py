import pytest

from aligner.errors import InputError
from aligner.lexicon import learned, load
from aligner.lexicon.memory import pairs as read_pairs
from aligner.lexicon.train import train

TABLE = learned.Learned({"疼痛": 7, "膝": 3}, {"疼痛": {"pain": 0.9, "ach": 0.1}, "膝": {"knee": 1.0}})


def test_what_is_written_is_read(tmp_path):
    learned.write(tmp_path / "a.lex", TABLE, ["where it comes from"])
    found = learned.read(tmp_path / "a.lex")
    assert found.rows["疼痛"] == pytest.approx({"pain": 0.9, "ach": 0.1}, abs=0.01)
    assert found.counts == {"疼痛": 7, "膝": 3}
    assert (tmp_path / "a.lex").read_bytes().startswith(b"# where it comes from\n")


def test_the_edition_follows_the_content(tmp_path):
    learned.write(tmp_path / "a.lex", TABLE, [])
    learned.write(tmp_path / "b.lex", TABLE, ["other header"])
    learned.write(tmp_path / "c.lex", learned.Learned({"膝": 3}, {"膝": {"knee": 1.0}}), [])
    a, b, c = (learned.edition(tmp_path / f"{name}.lex") for name in "abc")
    assert a == b != c


@pytest.mark.parametrize("content", [b"", b"# header\n\n", b"# header\n\nno arrays", b"text"])
def test_what_is_no_table_is_named(tmp_path, content):
    (tmp_path / "a.lex").write_bytes(content)
    with pytest.raises(InputError, match=r"a\.lex"):
        learned.read(tmp_path / "a.lex")


def test_our_own_table_says_where_it_comes_from():
    path = learned.own()
    assert path is not None
    assert path.stat().st_size < 2 * 2**20
    header = path.read_bytes().partition(b"\n\n")[0].decode()
    for word in ("CC0", "public domain", "aligner lexicon train law.en-zh.tsv.gz"):
        assert word in header
    assert len(learned.read(path).rows) > 20_000


def test_a_damaged_table_is_named(tmp_path):
    learned.write(tmp_path / "a.lex", TABLE, ["where it comes from"])
    whole = (tmp_path / "a.lex").read_bytes()
    (tmp_path / "a.lex").write_bytes(whole[:-20])
    with pytest.raises(InputError, match="damaged"):
        learned.read(tmp_path / "a.lex")


def test_several_tables_have_one_edition_by_order(tmp_path):
    learned.write(tmp_path / "a.lex", TABLE, [])
    learned.write(tmp_path / "b.lex", learned.Learned({"膝": 3}, {"膝": {"knee": 1.0}}), [])
    places = [tmp_path / "a.lex", tmp_path / "b.lex"]
    assert learned.editions(places) != learned.editions(places[::-1])
    assert learned.editions(places[:1]) == learned.edition(places[0])
    assert len(learned.editions(places * 40)) == 8


def test_nothing_to_learn_from_is_told():
    with pytest.raises(InputError, match="no words"):
        train([("12", "十二")], load(learned=False))


def test_training_finds_the_translation(tmp_path):
    nouns = {"zorblax": "佐", "quimble": "宽", "fernip": "弗", "drallow": "德"}
    rows = [f"the {a} met the {b}\t{nouns[a]}遇{nouns[b]}" for a in nouns for b in nouns if a != b]
    (tmp_path / "a.tsv").write_text("\n".join([*rows, "", "one column"]), encoding="utf-8")
    pairs = list(read_pairs(tmp_path / "a.tsv"))
    assert len(pairs) == 12
    table = train(pairs * 2, load(learned=False))
    for english, chinese in nouns.items():
        row = table.rows[chinese]
        assert max(row, key=lambda key: row[key]) == english
