"""The language of the window: which one, and Qt's own words in it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.domain.text import LANGUAGES, set_language

SYSTEM = "system"


def system_language() -> str:
    """French, unless the system speaks English."""
    return "en" if QLocale.system().language() == QLocale.Language.English else "fr"


def use_language(choice: str) -> str:
    """Make `choice` (`"fr"`, `"en"`, or anything else for the system's) the language of all texts; the one in use."""
    chosen = choice if choice in LANGUAGES else system_language()
    set_language(chosen)
    territory = QLocale.Country.France if chosen == "fr" else QLocale.Country.UnitedKingdom
    QLocale.setDefault(QLocale(QLocale.Language.French if chosen == "fr" else QLocale.Language.English, territory))
    return chosen


def translate_qt(application: QCoreApplication, language: str) -> QTranslator | None:
    """Qt's own dialogs and menus in `language`; what was installed, to be removed when the language changes. English needs none."""
    if language == "en":
        return None
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if not translator.load(QLocale(language), "qtbase", "_", folder):
        return None
    application.installTranslator(translator)
    return translator
