"""The command line: parse, call, print, exit code. Each group of commands is a file of its own.

0: nothing at or above the gate. 1: something is. 2: the user's or the input's fault, said in one line, or something
broke.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from typing import ClassVar

import click

from aligner.cli_group import Group
from aligner.errors import AlignerError
from aligner.version import __version__


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code; errors are one line on standard error."""
    sys.exit(run(args))


def run(args: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    try:
        code = _group.main(args=None if args is None else list(args), prog_name="aligner", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return 2
    except click.ClickException as error:
        return _fail(error.format_message())
    except AlignerError as error:
        return _fail(str(error))
    except (KeyboardInterrupt, click.Abort):
        return _fail("interrupted", code=130)
    except MemoryError:
        return _fail("not enough memory for this input; cut it into smaller files")
    except Exception as error:
        if os.environ.get("ALIGNER_DEBUG"):
            raise
        what = f"{type(error).__name__}: {error}"
        return _fail(f"this is a fault of aligner's own ({what}); run it with ALIGNER_DEBUG=1 and report what it shows")
    return code if isinstance(code, int) else 0


def _fail(message: str, code: int = 2) -> int:
    click.echo(f"aligner: {' '.join(message.split())}", err=True)
    return code


class _Group(Group):
    """A group that imports a command only when it is called."""

    _places: ClassVar = {
        "align": ("aligner.cli_align", "align"),
        "baseline": ("aligner.cli_baseline", "group"),
        "check": ("aligner.cli_check", "check"),
        "compare": ("aligner.cli_compare", "compare"),
        "config": ("aligner.cli_config", "config"),
        "convert": ("aligner.cli_convert", "convert"),
        "lexicon": ("aligner.cli_lexicon", "group"),
        "rules": ("aligner.cli_rules", "rules"),
        "score": ("aligner.cli_score", "score"),
        "terms": ("aligner.cli_terms", "group"),
    }

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(self._places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._places:
            return None
        module, attribute = self._places[cmd_name]
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="aligner %(version)s")
def _group() -> None:
    """Pair English and Chinese sentences, check the medical terms, report what does not match."""
