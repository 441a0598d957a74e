"""A real Chromium, driven over its own pipe: no further library, no open port."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

#: Debian's name first.
NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-pipe",
)
_AS_3_AND_4 = "import os, sys; a = sys.argv; os.dup2(int(a[1]), 3); os.dup2(int(a[2]), 4); os.execv(a[3], a[3:])"
#: What the page itself looks like to a reader: enough to hold contrast and size to the rules of WCAG AA.
_LOOKS = """(() => {
  const parse = text => { const n = text.match(/[\\d.]+/g).map(Number); return {r: n[0], g: n[1], b: n[2], a: n.length > 3 ? n[3] : 1}; };
  const light = c => { const f = v => { v /= 255; return v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; };
    return .2126 * f(c.r) + .7152 * f(c.g) + .0722 * f(c.b); };
  const ground = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c.a === 1) return c; }
    return {r: 255, g: 255, b: 255}; };
  const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + .05) / (y + .05); };
  const found = [];
  for (const e of document.querySelectorAll('h1,p,strong,legend,label,span,button,a,textarea')) {
    if (!e.textContent.trim() && e.tagName !== 'TEXTAREA') continue;
    const s = getComputedStyle(e);
    found.push({what: e.tagName + ' ' + e.textContent.trim().slice(0, 20), size: parseFloat(s.fontSize),
      ratio: ratio(parse(s.color), ground(e))});
  }
  return found;
})()"""


def installed() -> str | None:
    """The browser's program, if there is one."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


class Browser:
    """One browser with one page. Use it as a context."""

    def __init__(self, program: str) -> None:
        self._program = program
        self._count = 0
        self._session = ""

    def __enter__(self) -> Browser:
        import fcntl  # not on Windows, where this pipe is made in another way

        self._folder = tempfile.TemporaryDirectory(prefix="parclair-browser-", ignore_cleanup_errors=True)
        commands_out, self._commands = os.pipe()
        self._answers, answers_in = os.pipe()
        folder = Path(self._folder.name)
        # The browser reads what is open as 3 and writes what is open as 4.
        given, told = (fcntl.fcntl(one, fcntl.F_DUPFD, 10) for one in (commands_out, answers_in))
        line = [sys.executable, "-c", _AS_3_AND_4, str(given), str(told), self._program, *_FLAGS, f"--user-data-dir={folder}"]
        self._process = subprocess.Popen(
            [*line, "about:blank"],
            pass_fds=(given, told),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "HOME": str(folder)},
        )
        for one in (commands_out, answers_in, given, told):
            os.close(one)
        self._reader = os.fdopen(self._answers, "rb")
        self._waiting: list[dict[str, Any]] = []
        target = next(one for one in self.call("Target.getTargets")["targetInfos"] if one["type"] == "page")
        self._session = self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Log"):
            self.call(f"{domain}.enable")
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._commands)
        self._process.terminate()
        self._process.wait(20)
        self._reader.close()
        self._folder.cleanup()

    def call(self, method: str, **parameters: Any) -> Any:
        """One command of the DevTools protocol; its result."""
        self._count += 1
        message: dict[str, Any] = {"id": self._count, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._commands, json.dumps(message).encode() + b"\0")
        number = self._count
        while True:
            answer = self._read()
            if answer.get("id") == number:
                assert "error" not in answer, answer["error"]
                return answer["result"]
            self._waiting.append(answer)

    def events(self, method: str) -> list[dict[str, Any]]:
        """What the browser told by itself so far."""
        return [one["params"] for one in self._waiting if one.get("method") == method]

    def size(self, width: int, height: int, *, dark: bool = False, scripts: bool = False) -> None:
        """A screen of that size."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=2, mobile=width < 600)
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])
        self.call("Emulation.setScriptExecutionDisabled", value=not scripts)

    def open(self, url: str) -> None:
        """Go to a page and wait until it is there."""
        self._loading()
        self.call("Page.navigate", url=url)
        self._loaded()

    def leave_by(self, expression: str) -> None:
        """Do something that leads to another page, and wait until it is there."""
        self._loading()
        self.run(expression)
        self._loaded()

    def key(self, name: str, code: int, text: str = "") -> None:
        """Press a key."""
        common = {"key": name, "windowsVirtualKeyCode": code, "text": text}
        self.call("Input.dispatchKeyEvent", type="keyDown", **common)
        self.call("Input.dispatchKeyEvent", type="keyUp", **{**common, "text": ""})

    def click(self, selector: str) -> None:
        """Click into the middle of an element, as a finger would."""
        place = self.run(
            f"(() => {{ const e = document.querySelector({json.dumps(selector)}); e.scrollIntoView({{block: 'center'}});"
            "const b = e.getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; })()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left", clickCount=1)

    def click_away(self, selector: str) -> None:
        """Click on what leads to another page, and wait until it is there."""
        self._loading()
        self.click(selector)
        self._loaded()

    def run(self, expression: str) -> Any:
        """The value of an expression on the page."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def text(self) -> str:
        """What the page says."""
        return str(self.run("document.body.innerText"))

    def looks(self) -> list[dict[str, Any]]:
        """Each text's size and contrast."""
        return list(self.run(_LOOKS))

    def picture(self, path: Path) -> None:
        """The whole page as a PNG file."""
        path.parent.mkdir(parents=True, exist_ok=True)
        found = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=True)
        path.write_bytes(base64.b64decode(found["data"]))

    def key_away(self, name: str, code: int, text: str = "") -> None:
        """Press a key that leads to another page, and wait until it is there."""
        self._loading()
        self.key(name, code, text)
        self._loaded()

    def _loading(self) -> None:
        self._waiting = [one for one in self._waiting if one.get("method") != "Page.loadEventFired"]

    def _loaded(self) -> None:
        while not self.events("Page.loadEventFired"):
            self._waiting.append(self._read())

    def _read(self) -> dict[str, Any]:
        found = bytearray()
        while (sign := self._reader.read(1)) != b"\0":
            assert sign, "the browser has ended"
            found += sign
        return dict(json.loads(found))
