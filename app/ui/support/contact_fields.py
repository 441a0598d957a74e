"""Whom to call back, and where: the same two fields wherever they are asked for."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from app.domain.text import tr

_LONGEST_NAME, _LONGEST_NUMBER = 120, 40


def contact_field(name: str = "") -> QLineEdit:
    """Who is to be called back; empty for whoever answers."""
    made = QLineEdit(name)
    made.setMaxLength(_LONGEST_NAME)
    made.setPlaceholderText(tr("La personne au comptoir"))
    return made


def phone_field(number: str = "") -> QLineEdit:
    """The number to call; empty for the company's."""
    made = QLineEdit(number)
    made.setMaxLength(_LONGEST_NUMBER)
    made.setPlaceholderText(tr("Le numéro de l’entreprise"))
    return made
