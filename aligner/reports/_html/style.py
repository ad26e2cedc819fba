"""The styles: that of the page, and that of a view which stands among other things."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

VIEW = "aligner-view"
"""The class of the element that a view is in; none of its rules reaches what is outside."""

# A notebook has a theme of its own, which the reader may have set otherwise than that of the system.
_LIGHT_THEMES = '[data-jp-theme-light="true"], .vscode-light'
_DARK_THEMES = '[data-jp-theme-light="false"], .vscode-dark'


@cache
def asset(name: str) -> str:
    """Return a file of this folder."""
    return files("aligner.reports._html").joinpath(name).read_text("utf-8")


@cache
def of_page() -> str:
    """Return the style of the page."""
    light, dark = _block(":root", asset("light.css") + asset("fonts.css")), _block(":root", asset("dark.css"))
    return (
        f"{light}@media screen and (prefers-color-scheme: dark) {{\n{dark}}}\n{asset('pairs.css')}{asset('report.css')}"
    )


@cache
def of_view() -> str:
    """Return the style of a view: the rules of the pairs, in the colours of the notebook's theme or the system's."""
    name, light, dark = f".{VIEW}", asset("light.css"), asset("dark.css")
    parts = [
        _block(name, light + asset("fonts.css")),
        f"@media screen and (prefers-color-scheme: dark) {{\n{_block(name, dark)}}}\n",
        _block(f":is({_LIGHT_THEMES}) {name}", light),
        _block(f":is({_DARK_THEMES}) {name}", dark),
        _block(name, asset("pairs.css") + asset("view.css")),
    ]
    return "".join(parts)


def _block(selector: str, rules: str) -> str:
    return f"{selector} {{\n{rules}}}\n"
