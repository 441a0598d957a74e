"""What the program is made of: versions and licences."""

from __future__ import annotations

import platform
from importlib import metadata

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.text import tr
from app.ui import theme
from app.ui.screen import ScreenContext
from app.ui.settings.section import Section
from app.ui.widgets import SectionCard, scrolled, text_label

PARTS: tuple[tuple[str, str, str], ...] = (
    ("Qt / PySide6", "PySide6-Essentials", "LGPL-3.0"),
    ("QtPdf (PDFium)", "PySide6-Pdf", "LGPL-3.0, BSD-3-Clause"),
    ("SQLAlchemy", "SQLAlchemy", "MIT"),
    ("Alembic", "alembic", "MIT"),
    ("pydantic", "pydantic", "MIT"),
    ("ReportLab", "reportlab", "BSD-3-Clause"),
    ("uharfbuzz (HarfBuzz)", "uharfbuzz", "Apache-2.0, MIT"),
    ("holidays", "holidays", "MIT"),
    ("python-stdnum", "python-stdnum", "LGPL-2.1"),
    ("python-dateutil", "python-dateutil", "Apache-2.0, BSD-3-Clause"),
    ("icalendar", "icalendar", "BSD-2-Clause"),
    ("keyring", "keyring", "MIT"),
    ("platformdirs", "platformdirs", "MIT"),
    ("uuid-utils", "uuid-utils", "BSD-3-Clause"),
    ("tzdata", "tzdata", "Apache-2.0"),
    ("Lucide", "lucide", "ISC, MIT"),
)
"""Name, distribution, licence of everything that ships with the program."""
FONTS: tuple[tuple[str, str, str], ...] = (
    ("IBM Plex Serif", "fontpkg-ibm-plex-serif", "OFL-1.1"),
    ("IBM Plex Sans Arabic", "fontpkg-ibm-plex-sans-arabic", "OFL-1.1"),
    ("Noto", "manimgx-fonts", "OFL-1.1"),
)


class AboutSection(Section):
    """Versions are read when the page is first shown."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._program = SectionCard(tr("Parclair"), icon_name="monitor-check")
        self._parts = SectionCard(tr("Bibliothèques"), icon_name="package")
        self._fonts = SectionCard(tr("Polices des documents"), icon_name="type")
        content = QWidget()
        inside = QHBoxLayout(content)
        inside.setContentsMargins(0, 0, theme.SPACE.medium, 0)
        cards = QVBoxLayout()
        cards.setSpacing(theme.SPACE.medium)
        for card in (self._program, self._parts, self._fonts):
            cards.addWidget(card)
        cards.addStretch(1)
        inside.addLayout(cards)
        self.page.addWidget(scrolled(content), 1)
        self._read = False

    def load(self) -> None:
        if self._read:
            return
        self._read = True
        self.context.tasks.run(_versions, self._show, self.context.report_error, self, lane="files")

    def _show(self, versions: dict[str, str]) -> None:
        lines = [
            (tr("Version"), versions["parclair"]),
            ("Python", platform.python_version()),
            ("Qt", qVersion()),
            ("SQLite", versions["sqlite"]),
            (tr("Système"), f"{platform.system()} {platform.release()}"),
        ]
        self._program.add(_grid([(name, value, "") for name, value in lines]))
        self._program.add(text_label(tr("Matériel, contrats et échéances de votre entreprise, sur votre PC."), "muted", wrap=True))
        self._parts.add(_grid([(name, versions.get(key, ""), licence) for name, key, licence in PARTS]))
        self._fonts.add(_grid([(name, versions.get(key, ""), licence) for name, key, licence in FONTS]))


def _versions() -> dict[str, str]:
    import sqlite3

    from app.services.maintenance import program_version

    found = {"parclair": program_version(), "sqlite": sqlite3.sqlite_version}
    for _, name, _ in (*PARTS, *FONTS):
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:  # a packaged program may ship without it; the licence still stands
            found[name] = ""
    return found


def _grid(lines: list[tuple[str, str, str]]) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.SPACE.huge)
    grid.setVerticalSpacing(theme.SPACE.tiny)
    grid.setColumnMinimumWidth(0, 190)
    grid.setColumnMinimumWidth(1, 90)
    grid.setColumnStretch(2, 1)
    for number, (name, version, licence) in enumerate(lines):
        grid.addWidget(text_label(name), number, 0)
        label = text_label(version, "muted", selectable=True)
        label.setFont(theme.font(tabular=True))
        grid.addWidget(label, number, 1)
        grid.addWidget(text_label(licence, "muted"), number, 2)
    return holder
