"""A browser for tests: a Chromium that is installed, driven through its debugging pipe, without any package."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--remote-debugging-pipe",
)  # fmt: skip
_KEYS = {"Tab": 9, "Enter": 13, "Escape": 27, "ArrowLeft": 37, "ArrowRight": 39}

_TRIES = 400  # looks at a page, a twentieth of a second apart, before a test gives up


def installed() -> str | None:
    """Return the browser's command, None where there is none."""
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


class Browser:
    """One page of a browser."""

    def __init__(self, reader: int, writer: int) -> None:
        self._reader, self._writer = reader, writer
        self._sent, self._rest, self._session = 0, b"", ""
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._call("Page.enable")

    def open(self, place: Path, *, width: int = 1280, height: int = 800, scheme: str = "light") -> None:
        """Open a file and wait until it is there."""
        self._call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600
        )
        self.media(scheme=scheme)
        self._call("Page.navigate", url=place.as_uri())
        there = f"document.readyState === 'complete' && location.href === {json.dumps(place.as_uri())}"
        self.wait(there)
        self._settle()

    def media(self, kind: str = "", scheme: str = "light") -> None:
        """Show the page as on a screen or on paper, light or dark."""
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self._call("Emulation.setEmulatedMedia", media=kind, features=features)

    def run(self, script: str) -> Any:
        """Run an expression in the page and return its value."""
        done = self._call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in done, done["exceptionDetails"]
        return done["result"].get("value")

    def wait(self, script: str) -> None:
        """Wait until an expression holds."""
        for _ in range(_TRIES):
            if self.run(script):
                return
            time.sleep(0.05)
        raise AssertionError(f"is never so: {script}")

    def key(self, name: str) -> None:
        """Press a key."""
        for kind in ("keyDown", "keyUp"):
            self._call("Input.dispatchKeyEvent", type=kind, key=name, code=name, windowsVirtualKeyCode=_KEYS[name])

    def type(self, text: str) -> None:
        """Type into what has the focus."""
        self._call("Input.insertText", text=text)

    def point(self, selector: str, *, click: bool = False) -> None:
        """Move the mouse to the middle of the first line of an element, and press it where told to."""
        name = json.dumps(selector)
        self.run(f"document.querySelector({name}).scrollIntoView({{block: 'center', behavior: 'instant'}})")
        for _ in range(_TRIES):  # a busy machine may lay the page out anew under the mouse
            self._settle()
            x, y = self.run(
                f"(() => {{ const r = document.querySelector({name}).getClientRects()[0]; "
                "return [r.left + r.width / 2, r.top + r.height / 2]; })()"
            )
            for at in ((0, 0), (x, y)):
                self._call("Input.dispatchMouseEvent", type="mouseMoved", x=at[0], y=at[1])
            if self.run(f"document.querySelector({name}).matches(':hover')"):
                break
        else:
            raise AssertionError(f"the mouse never gets to {selector}")
        for kind in ("mousePressed", "mouseReleased") if click else ():
            self._call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def picture(self, *, whole: bool = True) -> bytes:
        """Return a PNG of the page."""
        shot = self._call("Page.captureScreenshot", captureBeyondViewport=whole)
        return base64.b64decode(shot["data"])

    def pdf(self) -> bytes:
        """Print the page."""
        return base64.b64decode(self._call("Page.printToPDF", printBackground=False)["data"])

    def problems(self) -> list[str]:
        """Say what of an accessibility tree has no name where it needs one."""
        nodes = self._call("Accessibility.getFullAXTree")["nodes"]
        needing = {"button", "link", "checkbox", "combobox", "searchbox", "form", "search", "navigation", "article"}
        return [
            node["role"]["value"]
            for node in nodes
            if not node.get("ignored")
            and node.get("role", {}).get("value") in needing
            and not node.get("name", {}).get("value", "").strip()
        ]

    def _settle(self) -> None:
        """Wait until the page was drawn twice: what scrolls or was just loaded is at its place then."""
        self.run("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def _call(self, method: str, **params: Any) -> dict[str, Any]:
        self._sent += 1
        message = {"id": self._sent, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._writer, json.dumps(message).encode() + b"\0")
        while True:
            answer = json.loads(self._message())
            if answer.get("id") == self._sent:
                assert "error" not in answer, answer["error"]
                result: dict[str, Any] = answer["result"]
                return result

    def _message(self) -> bytes:
        parts = [self._rest]
        while b"\0" not in parts[-1]:
            chunk = os.read(self._reader, 1 << 16)
            if not chunk:
                raise ConnectionError("the browser is gone")
            parts.append(chunk)
        message, _, self._rest = b"".join(parts).partition(b"\0")
        return message


@contextlib.contextmanager
def browser(command: str, profile: Path) -> Iterator[Browser]:
    """Start a browser and end it: it reads from descriptor 3 and writes to 4."""
    to_browser, from_browser = os.pipe(), os.pipe()
    ours, theirs = (from_browser[0], to_browser[1]), (to_browser[0], from_browser[1])

    def place() -> None:  # by way of high numbers, since 3 and 4 may be taken by the pipes themselves
        high = [os.dup2(end, 100 + number) for number, end in enumerate(theirs)]
        for number, end in enumerate(high, start=3):
            os.dup2(end, number)

    process = subprocess.Popen(
        [command, *_FLAGS, f"--user-data-dir={profile}"],
        preexec_fn=place,  # noqa: PLW1509 - no thread is there to be upset
        pass_fds=(3, 4),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    for end in theirs:
        os.close(end)
    try:
        yield Browser(*ours)
    finally:
        process.terminate()
        process.wait(10)
        for end in ours:
            os.close(end)
