"""Importing does nothing, and a check of an abstract loads only what it needs: seen in fresh processes."""

import re
import subprocess
import sys
from pathlib import Path

import aligner

HEAVY = {"pandas", "nltk", "jieba", "lxml", "torch", "docx", "dask", "sacrebleu", "sentence_transformers"}


def _modules_after(code: str) -> set[str]:
    script = f"{code}\nimport sys\nprint('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, encoding="utf-8")
    return {line.partition(".")[0] for line in done.stdout.splitlines()}


def test_importing_loads_nothing_heavy() -> None:
    loaded = _modules_after("import aligner")
    assert not loaded & (HEAVY | {"numpy", "rich", "click"})


def test_checking_an_abstract_loads_nothing_heavy() -> None:
    _modules_after("from aligner import lexicon\nlexicon.load()")  # the cache is warm from here on
    code = "import contextlib, io\nfrom aligner.cli import run\nwith contextlib.redirect_stdout(io.StringIO()):\n"
    loaded = _modules_after(f"{code}    assert run(['check', '--demo']) == 0")
    assert "numpy" in loaded
    assert not loaded & HEAVY


def test_public_names_exist() -> None:
    assert all(getattr(aligner, name) is not None for name in aligner.__all__)
    assert set(aligner.__all__) <= set(dir(aligner))


def test_private_files_are_used_in_their_own_package_only() -> None:
    """What begins with `_` in a folder of plug-ins or tables may change with its neighbours, and with nothing else."""
    shared = {("notebook", "reports._html")}  # shows in little what the HTML report shows
    root, users = Path(aligner.__file__).parent, set()
    for path in root.rglob("*.py"):
        package = path.relative_to(root).parts[0].removesuffix(".py")
        used = re.findall(r"^ *from aligner\.(\w+)(?:\.| import )(_[a-z]\w*)", path.read_text("utf-8"), re.MULTILINE)
        users |= {(package, f"{other}.{private}") for other, private in used if other != package}
    assert users == shared
