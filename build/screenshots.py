"""Pictures of every screen and dialog, in `build/dist/screenshots/<variant>/NN-name.png`: to be looked at before a change is shown to others.

`--readme` takes the few that README shows, into `resources/pictures`. Names of variants as arguments take only these.
Each variant runs in a process of its own: scaling and theme are set before Qt starts.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "build" / "dist" / "screenshots"
README_PICTURES = {
    "home": "accueil",
    "equipment-sheet": "materiel",
    "contract-rental": "contrats",
    "contract-pdf": "contrat-pdf",
    "support-queue": "assistance",
    "support-statistics": "statistiques",
    "backups": "sauvegardes",
}
PAGE_DPI = 80


@dataclass(frozen=True)
class Variant:
    """One look: language, theme, scaling, and the screen in pixels."""

    language: str = "fr"
    theme: str = "light"
    scale: float = 1.0
    width: int = 1280
    height: int = 720


VARIANTS = {
    "fr-light": Variant(),
    "fr-dark": Variant(theme="dark"),
    "en-light": Variant(language="en"),
    "fr-light-150": Variant(scale=1.5),
    "fr-light-150-large": Variant(scale=1.5, width=1920, height=1080),
}


def main(arguments: Sequence[str]) -> int:
    """Take the pictures; 0 when every one could be taken."""
    parser = argparse.ArgumentParser(prog="dev.py screenshots", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("variants", nargs="*", metavar="VARIANT", help=f"only these: {', '.join(VARIANTS)}")
    parser.add_argument("--readme", action="store_true", help="take the pictures of README, into resources/pictures")
    parser.add_argument("--here", help=argparse.SUPPRESS)  # one variant, in this process
    given = parser.parse_args(arguments)
    if unknown := [name for name in given.variants if name not in VARIANTS]:
        parser.error(f"unknown variant {unknown[0]!r}: expected {', '.join(VARIANTS)}")
    if given.here:
        return _take_here(given.here)
    failed = [name for name in (given.variants or (["fr-light"] if given.readme else VARIANTS)) if _take(name) != 0]
    if given.readme and not failed:
        _keep_for_readme(TARGET / "fr-light")
    for name in failed:
        print(f"error: {name}: not every picture could be taken", file=sys.stderr)
    print(f"pictures: {TARGET.relative_to(ROOT)}")
    return 1 if failed else 0


def _take(name: str) -> int:
    """Run one variant in a process of its own; its exit status."""
    variant = VARIANTS[name]
    shutil.rmtree(TARGET / name, ignore_errors=True)
    variables = dict(os.environ) | {"QT_SCALE_FACTOR": str(variant.scale)}
    return subprocess.run([sys.executable, __file__, "--here", name], cwd=ROOT, env=variables, check=False).returncode


def _take_here(name: str) -> int:
    from gallery import Gallery, Look

    from app.ui.qt_quirks import prepare
    from app.ui.tour import prepare_display

    variant = VARIANTS[name]
    prepare()
    with tempfile.TemporaryDirectory(prefix="parclair-pictures-") as scratch:
        prepare_display(Path(scratch), variant.width, variant.height)
        gallery = Gallery(TARGET / name, Path(scratch), Look(variant.language, "dark" if variant.theme == "dark" else "light"))
        gallery.take_all()
    if variant.theme == "light" and variant.scale == 1:
        for paper in sorted((TARGET / name).glob("*.pdf")):
            _draw_pages(paper)
    for problem in gallery.problems:
        print(f"error: {name}: {problem}", file=sys.stderr)
    return 1 if gallery.problems else 0


def _draw_pages(paper: Path) -> None:
    """The pages of a PDF as pictures beside it: by poppler, which is not what drew the preview; by QtPdf where it is missing."""
    tool = shutil.which("pdftoppm")
    if tool is not None:
        subprocess.run([tool, "-r", str(PAGE_DPI), "-png", paper, paper.with_suffix("")], check=True)
        return
    from PySide6.QtCore import QSize
    from PySide6.QtPdf import QPdfDocument

    document = QPdfDocument()
    document.load(str(paper))
    for page in range(document.pageCount()):
        size = document.pagePointSize(page) * (PAGE_DPI / 72)
        drawn = document.render(page, QSize(round(size.width()), round(size.height())))
        drawn.save(str(paper.with_name(f"{paper.stem}-{page + 1}.png")))


def _keep_for_readme(taken: Path) -> None:
    """Small copies of the pictures that README shows: each in its own 256 most frequent colours, which hardly anybody sees."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage

    folder = ROOT / "resources" / "pictures"
    folder.mkdir(exist_ok=True)
    for name, kept in README_PICTURES.items():
        (source,) = (path for path in taken.glob("*.png") if path.stem.split("-", 1)[1] == name)
        picture = QImage(str(source)).convertToFormat(QImage.Format.Format_RGB32)
        frequent = [colour for colour, _ in Counter(memoryview(picture.constBits()).cast("I")).most_common(256)]
        flags = Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither
        small = picture.convertToFormat(QImage.Format.Format_Indexed8, frequent, flags)
        small.save(str(folder / f"{kept}.png"), quality=1)
        print(f"{kept}.png: {(folder / f'{kept}.png').stat().st_size // 1024} kB")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
