"""Golden files: outputs that were read and found good, so that a change shows.

`UPDATE_GOLDEN=1 pytest` writes them anew; read the difference before committing it.
"""

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def same_as_golden(name: str, text: str) -> None:
    """Fail where the text is not that of the golden file."""
    path = FOLDER / name
    stored = text.encode("utf-8", "backslashreplace")
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_bytes(stored)
    assert path.exists(), f"no {name} yet; write it with UPDATE_GOLDEN=1"
    assert path.read_bytes().decode() == stored.decode()
