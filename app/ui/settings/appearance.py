"""Language and theme, applied at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtWidgets import QButtonGroup, QRadioButton

from app.domain.text import tr
from app.ui import theme
from app.ui.screen import ScreenContext, ThemeMode
from app.ui.settings.section import Section
from app.ui.widgets import SectionCard, text_label


class AppearanceSection(Section):
    """Two cards of choices."""

    def __init__(self, context: ScreenContext, may_leave: Callable[[], bool]) -> None:
        """`may_leave`: asked before the language changes, which builds the window again."""
        super().__init__(context)
        self._may_leave = may_leave
        self.themes = self._choices(
            tr("Thème"),
            "sun-moon",
            [("system", tr("Comme le système")), ("light", tr("Clair")), ("dark", tr("Sombre"))],
            context.preferences.theme,
            self._theme_chosen,
        )
        self.languages = self._choices(
            tr("Langue"),
            "languages",
            [("system", tr("Comme le système")), ("fr", "Français"), ("en", "English")],
            context.preferences.language,
            self._language_chosen,
        )
        self.page.addWidget(text_label(tr("Les choix prennent effet tout de suite. Ils ne concernent que ce PC."), "muted", wrap=True))
        self.page.addStretch(1)

    def _choices(
        self, title: str, icon_name: str, choices: list[tuple[str, str]], current: str, chosen: Callable[[str], object]
    ) -> dict[str, QRadioButton]:
        card = SectionCard(title, icon_name=icon_name)
        card.body.setSpacing(theme.SPACE.tiny)
        group = QButtonGroup(card)
        made: dict[str, QRadioButton] = {}
        for value, text in choices:
            radio = made[value] = QRadioButton(text)
            radio.setAccessibleName(tr("{title}\u00a0: {choice}", title=title, choice=text))
            radio.setChecked(value == current)
            group.addButton(radio)
            radio.clicked.connect(lambda _=False, value=value: chosen(value))
            card.add(radio)
        self.page.addWidget(card)
        return made

    def _theme_chosen(self, mode: str) -> None:
        self.context.preferences.set_theme(cast(ThemeMode, mode))

    def _language_chosen(self, language: str) -> None:
        current = self.context.preferences.language
        if language == current:
            return
        if self._may_leave():
            self.context.preferences.set_language(language)
        else:
            self.languages.get(current, self.languages["system"]).setChecked(True)
