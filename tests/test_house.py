"""The rules of the house that no other tool checks: what lies where, how long it may be, what it may import and name."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TOP_LEVEL = {"app", "resources", "tests", "build", "pyproject.toml", "installer.spec", "README.md"}
GENERATED = {".git", ".venv", "build/cache", "build/dist"}
LINES_PER_FILE = 400
LINES_PER_FUNCTION = 60

# Layer → layers and packages it may import, beside itself and the standard library.
MAY_IMPORT = {
    "domain": {"dateutil", "holidays", "pydantic", "stdnum"},
    "store": {"app.domain", "alembic", "msgspec", "sqlalchemy", "uuid_utils", "zstandard"},
    "documents": {"app.domain", "fontpkg", "icalendar", "manimgx_fonts", "reportlab", "uharfbuzz"},
    "system": {"app.domain", "keyring", "platformdirs", "psutil"},
    "sync": {"app.store", "app.domain", "app.system", "httpx", "msgspec", "pydantic", "truststore", "zstandard"},
    "services": {"app.domain", "app.store", "app.documents", "app.sync", "app.system", "openpyxl", "pyotp", "uuid_utils"},
    "ui": {"app.services", "app.domain", "PySide6", "pyqtgraph", "shiboken6"},
    "commands": {"app.services", "app.domain"},
    "cli": {"app.commands", "app.services", "app.domain"},
    "server": {
        "app.domain",
        "app.sync.wire",
        "alembic",
        "fastapi",
        "itsdangerous",
        "jinja2",
        "msgspec",
        "platformdirs",
        "prometheus_client",
        "pydantic",
        "pyotp",
        "sqlalchemy",
        "starlette",
        "uuid_utils",
        "uvicorn",
        "zstandard",
    },
    "bootstrap": {"app.domain", "app.store", "app.documents", "app.system", "app.sync", "app.services"},
    "__main__": {"app.bootstrap", "app.cli", "app.commands", "app.domain", "app.services", "app.system", "app.ui"},
}


def tracked() -> list[Path]:
    """The project's own files, relative to its root: what git knows, or all that is not generated where git cannot tell."""
    if shutil.which("git") and (ROOT / ".git").exists():
        # Git refuses to list a folder that another user owns, as in a container.
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False).stdout.decode()
        if listed:
            return [Path(name) for name in listed.split("\0") if name and (ROOT / name).exists()]
    return list(_walk(ROOT))


def _walk(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        relative = path.relative_to(ROOT)
        if relative.as_posix() in GENERATED or path.name == "__pycache__":
            continue
        if path.is_dir():
            yield from _walk(path)
        else:
            yield relative


def sources(*folders: str) -> list[Path]:
    return [path for path in tracked() if path.suffix == ".py" and path.parts[0] in folders]


def text(path: Path) -> str:
    return (ROOT / path).read_text("utf-8")


def tree(path: Path) -> ast.Module:
    return ast.parse(text(path), str(path))


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call of a module with the dotted name of what is called."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


def test_nothing_lies_at_the_top_that_has_no_place_there() -> None:
    top = {path.parts[0] for path in tracked()}
    assert {name for name in top if not name.startswith(".")} <= TOP_LEVEL


def test_files_are_short() -> None:
    long = {
        path.as_posix(): count
        for path in sources("app", "build")
        # A migration is written once and never cut: the first one has every table.
        if path.parent.name != "versions" and (count := text(path).count("\n")) > LINES_PER_FILE
    }
    assert long == {}


def test_functions_are_short() -> None:
    long = [
        f"{path.as_posix()}:{node.lineno} {node.name}: {node.end_lineno - node.lineno + 1} lines"
        for path in sources("app", "build")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno >= LINES_PER_FUNCTION
    ]
    assert long == []


def test_lock_files_name_no_index() -> None:
    for name in ("run.txt", "server.txt", "dev.txt"):
        lock = text(Path("build/requirements") / name)
        assert re.findall(r"https?:|file:|^-", lock, re.MULTILINE) == [], name
        assert "--hash=sha256:" in lock


def test_what_runs_is_locked_to_the_versions_that_are_tested() -> None:
    pinned = re.compile(r"^([a-z0-9._-]+==[^ ;]+)", re.MULTILINE)
    run, dev = (set(pinned.findall(text(Path("build/requirements") / name))) for name in ("run.txt", "dev.txt"))
    assert run < dev
    assert not any(tool in line for line in run for tool in ("pytest", "mypy", "ruff", "pyinstaller", "hypothesis"))


def test_only_one_clock_asks_the_time() -> None:
    asks = re.compile(r"\b(datetime\.(datetime\.)?(now|utcnow|today)|date\.today)$")
    found = [
        f"{path.as_posix()}:{call.lineno}"
        for path in sources("app")
        if path not in (Path("app/system/clock.py"), Path("app/server/clock.py"))  # two programs, a clock each
        for name, call in calls(path)
        if asks.search(name)
    ]
    assert found == []


def test_a_text_for_the_user_is_not_an_f_string() -> None:
    found = [
        f"{path.as_posix()}:{call.lineno}"
        for path in sources("app")
        for name, call in calls(path)
        if name.rsplit(".", 1)[-1] in ("tr", "trn", "msg") and any(isinstance(argument, ast.JoinedStr) for argument in call.args)
    ]
    assert found == []


def test_colours_stand_in_the_theme_only() -> None:
    found = [
        f"{path.as_posix()}:{node.lineno}"
        for path in sources("app")
        if path.parts[:2] == ("app", "ui") and path.name != "theme.py"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.expr) and _is_colour(node)
    ]
    assert found == []


def _is_colour(node: ast.expr) -> bool:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and re.search(r"#([0-9A-Fa-f]{3,4}){1,2}\b", node.value) is not None
    return isinstance(node, ast.Call) and ast.unparse(node.func).endswith("QColor") and any(isinstance(a, ast.Constant) for a in node.args)


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """Every module that a module imports, at whatever depth, with the line."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "app":
            yield from ((node.lineno, f"app.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.lineno, node.module


def may_import(layer: str, module: str) -> bool:
    root = module.split(".")[0]
    if root in sys.stdlib_module_names:
        return True
    allowed = MAY_IMPORT[layer] | {f"app.{layer}"}
    return any(module == name or module.startswith((f"{name}.", f"{name}_")) for name in allowed)


@pytest.mark.parametrize("layer", MAY_IMPORT)
def test_a_layer_imports_only_what_it_may(layer: str) -> None:
    found = [
        f"{path.as_posix()}:{line} {module}"
        for path in sources("app")
        if len(path.parts) > 1 and path.parts[1].removesuffix(".py") == layer
        for line, module in imported(path)
        if not may_import(layer, module)
    ]
    assert found == []


def test_every_part_of_the_program_belongs_to_a_layer() -> None:
    parts = {path.parts[1].removesuffix(".py") for path in sources("app") if len(path.parts) > 1}
    assert parts - {"__init__"} <= MAY_IMPORT.keys()


def test_nothing_runs_on_import() -> None:
    """A module defines names; calls that stand alone at its top do work when it is imported."""
    found = [
        f"{path.as_posix()}:{node.lineno}"
        for path in sources("app")
        if path.name not in ("__main__.py", "env.py")
        for node in tree(path).body
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
    ]
    assert found == []


def test_every_folder_of_the_program_is_a_package() -> None:
    """Without `__init__.py`, the import contracts do not see what is inside."""
    folders = {path.parent for path in sources("app")}
    assert [folder.as_posix() for folder in folders if not (ROOT / folder / "__init__.py").exists()] == []


def test_the_import_contracts_name_every_layer_there_is() -> None:
    """A contract cannot name a layer that does not exist yet; once it does, it must."""
    configured = tomllib.loads(text(Path("pyproject.toml")))["tool"]["importlinter"]["contracts"]
    held = {contract["name"]: set(contract.get("source_modules", ())) for contract in configured}
    present = {f"app.{path.parts[1].removesuffix('.py')}" for path in sources("app") if len(path.parts) > 1}
    windowless = set(MAY_IMPORT) - {"ui", "__main__"}
    assert {f"app.{layer}" for layer in windowless} & present <= held["Qt paints, and nothing below the window knows it"]
    assert {"app.ui", "app.cli", "app.commands"} & present <= held["Windows and commands reach data and paper through services"]
