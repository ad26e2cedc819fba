import gzip

import pytest

from aligner.errors import InputError
from aligner.lexicon import memory

KNEE, HIP = ("The knee hurts.", "膝关节疼痛。"), ("The hip is normal.", "髋关节正常。")
TMX = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd" [<!ENTITY secret SYSTEM "{secret}"> <!ENTITY many "mmmmmmmm">]>
<tmx version="1.4"><header/><body>
<tu><tuv xml:lang="en-GB"><seg>The <bpt i="1">&lt;b&gt;</bpt>knee<ept i="1">&lt;/b&gt;</ept> hurts.</seg></tuv>
<tuv xml:lang="zh-CN"><seg>膝关节<hi>疼痛</hi>。</seg></tuv></tu>
<tu><tuv xml:lang="DE"><seg>Die Hüfte.</seg></tuv><tuv xml:lang="zh"><seg>髋。</seg></tuv></tu>
<tu><tuv><seg>The hip is <!-- note --> normal.</seg></tuv><tuv lang="ZH-TW"><seg>髋关节正常。&secret;</seg></tuv></tu>
<tu><prop>nothing</prop></tu>
</body></tmx>
"""


@pytest.mark.parametrize(
    "lines",
    [
        ["{0}\t{1}", "{2}\t{3}"],
        ["{1}\t{0}", "{3}\t{2}"],
        ["en\tzh", "{0}\t{1}", "", "one column", "3.5\t7", "{2}\t{3}\r"],
        ["id\tEN\tZH\tnote", "1\t{0}\t{1}\tchecked", "2\t{2}\t{3}\t"],
        ["\ufeff{0}\t{1}", "{2}\t{3}"],
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_columns_are_told_by_their_script(tmp_path, lines, encoding):
    path = tmp_path / "memory.tsv"
    text = "\n".join(lines).format(*KNEE, *HIP)
    path.write_text(text.lstrip("\ufeff") if encoding == "utf-16" else text, encoding=encoding, newline="")
    assert list(memory.pairs(path)) == [KNEE, HIP]


def test_gzipped_files_are_unpacked(tmp_path):
    path = tmp_path / "memory.tsv.gz"
    path.write_bytes(gzip.compress("\t".join(KNEE).encode()))
    assert list(memory.pairs(path)) == [KNEE]


@pytest.mark.parametrize("name", ["memory.tmx", "memory.TMX.gz"])
def test_tmx_without_codes_and_entities(tmp_path, name):
    secret = tmp_path / "secret.txt"
    secret.write_text("机密", encoding="utf-8")
    data = TMX.format(secret=secret.as_uri()).encode()
    (tmp_path / name).write_bytes(gzip.compress(data, mtime=0) if name.endswith("gz") else data)
    assert list(memory.pairs(tmp_path / name)) == [KNEE, HIP]


def test_tmx_in_utf_16(tmp_path):
    text = TMX.replace("UTF-8", "UTF-16").format(secret="none")
    (tmp_path / "memory.tmx").write_text(text, encoding="utf-16")
    assert list(memory.pairs(tmp_path / "memory.tmx")) == [KNEE, HIP]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("absent.tsv", None, "no such file"),
        ("one.tsv", b"only English\there\n", "holds no pair"),
        ("empty.tsv", b"", "holds no pair"),
        ("latin.tsv", "Die H\u00fcfte\t12\n".encode("latin-1"), "not text in UTF-8"),
        ("broken.tmx", b"<tmx>\n<body>", "line 2: is not well-formed"),
        ("empty.tmx", b"", "not well-formed"),
        ("memory.tsv.gz", b"not packed", "cannot be read"),
        ("cut.tsv.gz", gzip.compress(b"x" * 9999, mtime=0)[:30], "cannot be read"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path, name, content, told):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match=told) as caught:
        list(memory.pairs(tmp_path / name))
    assert str(caught.value).startswith(str(tmp_path / name))


def test_a_folder_is_no_memory(tmp_path):
    with pytest.raises(InputError, match="is a folder"):
        list(memory.pairs(tmp_path))
