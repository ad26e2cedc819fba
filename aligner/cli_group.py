"""What all groups of commands do: name the nearest command where there is none of a name."""

from __future__ import annotations

import click

from aligner import registry


class Group(click.Group):
    """A group that helps with names of commands, as the other parts of the program do with theirs."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is called.

        Raises:
            ConfigError: there is none of this name.
        """
        if not ctx.resilient_parsing and self.get_command(ctx, args[0]) is None:
            raise registry.unknown("command", args[0], self.list_commands(ctx))
        return super().resolve_command(ctx, args)
