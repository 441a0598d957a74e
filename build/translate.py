"""Collects the French texts of the program and keeps the translation files complete.

The source language is French and stands in the code, as the literal first argument of `tr`, `msg` and `trn`. `collect()` finds them; `update()` writes `resources/translations/parclair_en.ts` (Qt
Linguist format) with new texts added and lost ones removed; `problems()` lists what is missing or broken.
Standard library only: it runs before any environment exists.
"""

from __future__ import annotations

import argparse
import ast
import json
import string
import sys
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "resources" / "translations" / "parclair_en.ts"
FUNCTIONS = {"tr": 1, "msg": 1, "trn": 2}


def collect(root: Path = ROOT) -> tuple[dict[str, str], list[str]]:
    """Every text with the first place it stands in (`app/ui/home/view.py:41`), and the calls that cannot be collected."""
    found: dict[str, str] = {}
    faults: list[str] = []
    for path in sorted((root / "app").rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"), str(path))
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name not in FUNCTIONS:
                continue
            place = f"{path.relative_to(root).as_posix()}:{node.lineno}"
            for argument in node.args[: FUNCTIONS[name]]:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    found.setdefault(argument.value, place)
                elif path.name != "text.py":
                    faults.append(f"{place}: {name}() needs a literal text, not {ast.unparse(argument)[:60]}")
    return found, faults


def read(path: Path = CATALOGUE) -> dict[str, str]:
    """The finished translations of a catalogue, by source text."""
    if not path.exists():
        return {}
    known: dict[str, str] = {}
    for message in ElementTree.parse(path).iter("message"):
        translation = message.find("translation")
        if translation is not None and translation.text and not translation.get("type"):
            known[message.findtext("source") or ""] = translation.text
    return known


def write(texts: dict[str, str], known: dict[str, str], path: Path = CATALOGUE) -> None:
    """Write the catalogue: one message a text, in the order of the texts, `unfinished` where there is no translation."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        '<TS version="2.1" language="en_GB" sourcelanguage="fr_FR">',
        "<context>",
        "    <name>parclair</name>",
    ]
    for source in sorted(texts):
        filename = texts[source].rsplit(":", 1)[0]
        translation = known.get(source)
        body = f"<translation>{escape(translation)}</translation>" if translation else '<translation type="unfinished"></translation>'
        lines += [
            "    <message>",
            f'        <location filename="../../{filename}"/>',
            f"        <source>{escape(source)}</source>",
            f"        {body}",
            "    </message>",
        ]
    lines += ["</context>", "</TS>", ""]
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".tmp")
    temporary.write_text("\n".join(lines), "utf-8", newline="\n")
    temporary.replace(path)


def placeholders(pattern: str) -> set[str]:
    """The names between braces; `{!broken}` where the braces do not parse."""
    try:
        return {name for _, name, _, _ in string.Formatter().parse(pattern) if name}
    except ValueError:
        return {"!broken"}


def problems() -> list[str]:
    """What is wrong with the texts and the English catalogue, a line each; empty when all is well."""
    texts, faults = collect()
    known = read()
    for source, place in texts.items():
        if "!broken" in placeholders(source):
            faults.append(f"{place}: broken braces in « {source} »")
        elif source not in known:
            faults.append(f"{place}: no English for « {source} »")
        elif placeholders(known[source]) != placeholders(source):
            faults.append(f"{place}: other placeholders in the English of « {source} »")
    faults += [f"{CATALOGUE.name}: no longer in the code: « {source} »" for source in known if source not in texts]
    return faults


def update(additions: dict[str, str] | None = None) -> int:
    """Bring the catalogue up to date with the code, with `additions` (French → English) put in; how many texts lack English."""
    texts, _ = collect()
    known = {**read(), **(additions or {})}
    write(texts, known)
    return sum(1 for source in texts if source not in known)


def main(arguments: list[str] | None = None) -> int:
    """`--check`: list the problems. `--fill FILE`: add translations from a JSON object. `--missing`: print what lacks English as JSON."""
    parser = argparse.ArgumentParser(prog="dev.py translate", description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; list what is missing or broken")
    parser.add_argument("--missing", action="store_true", help="print a JSON object of the texts that lack English, to fill in")
    parser.add_argument("--fill", type=Path, help='a JSON object {"texte français": "English text"}')
    options = parser.parse_args(arguments)
    if options.check:
        faults = problems()
        print("\n".join(faults) or "translations: complete", file=sys.stderr if faults else sys.stdout)
        return 1 if faults else 0
    if options.missing:
        known = read()
        print(json.dumps({source: "" for source in sorted(collect()[0]) if source not in known}, ensure_ascii=False, indent=1))
        return 0
    additions = json.loads(options.fill.read_text("utf-8")) if options.fill else None
    missing = update(additions)
    print(f"{CATALOGUE.relative_to(ROOT)}: {missing} text(s) without English")
    return 0


if __name__ == "__main__":
    sys.exit(main())
