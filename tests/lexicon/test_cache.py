import pytest

from aligner.lexicon import cache


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("ALIGNER_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_what_is_written_is_read(folder):
    assert cache.write("a.bin", cache.pack({"x": b"abc", "y": b""}))
    assert {name: bytes(part) for name, part in (cache.read("a.bin") or {}).items()} == {"x": b"abc", "y": b""}
    assert [path.name for path in folder.iterdir()] == ["a.bin"]


def test_nothing_there():
    assert cache.read("a.bin") is None


@pytest.mark.parametrize("damage", [lambda b: b[:-1], lambda b: b[:-1] + b"?", lambda b: b[:20], lambda b: b""])
def test_a_damaged_file_counts_as_none(folder, damage):
    blob = cache.pack({"x": b"abcdefgh"})
    folder.mkdir()
    (folder / "a.bin").write_bytes(damage(blob))
    assert cache.read("a.bin") is None


def test_a_foreign_file_counts_as_none(folder):
    folder.mkdir()
    (folder / "a.bin").write_bytes(b"something else altogether, long enough")
    assert cache.read("a.bin") is None


def test_a_folder_that_cannot_be_made(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("ALIGNER_CACHE", str(tmp_path / "file" / "below"))
    assert not cache.write("a.bin", b"")


def test_where_the_cache_is(monkeypatch):
    monkeypatch.delenv("ALIGNER_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert cache.folder().as_posix() == "/somewhere/aligner"
