"""How the office lets a technician in. Today somebody of the office says so; a code from the provider would be another way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox

from app.domain.errors import InputError
from app.domain.text import msg, tr
from app.ui.widgets import Form, FormField


class Confirmation(Protocol):
    """A way to make sure that a technician may work on this PC. Thread: Qt's."""

    def add_to(self, form: Form) -> None:
        """Add its fields below the technician's name."""
        ...

    def name_typed(self, technician: str) -> None:
        """The name of the technician changed."""
        ...

    def confirmed_by(self, values: Mapping[str, Any]) -> str:
        """Who let the technician in, from the form's values.

        Raises:
            InputError: nobody did yet; it names the field.
        """
        ...


class OwnerConfirmation:
    """Somebody of the office gives their name and ticks a box."""

    def __init__(self, hosts: Sequence[str]) -> None:
        """`hosts`: who can confirm; the first one is there already."""
        self._who = typed_name(hosts, current=hosts[0] if hosts else "")
        self._yes = QCheckBox()

    def add_to(self, form: Form) -> None:
        """See `Confirmation`."""
        hint = tr("Une personne de l’entreprise, à côté du PC ou au téléphone.")
        form.add(FormField("confirmed_by", tr("Confirmé par"), self._who, required=True, hint=hint), span=2)
        form.add(FormField("confirmed", "", self._yes), span=2)
        self.name_typed("")

    def name_typed(self, technician: str) -> None:
        """See `Confirmation`."""
        name = technician or tr("ce technicien")
        text = tr("Je confirme que {name} peut intervenir sur ce poste", name=name)
        self._yes.setText(text.replace("&", "&&"))
        self._yes.setAccessibleName(text)
        self._yes.setChecked(False)  # what was ticked was another name

    def confirmed_by(self, values: Mapping[str, Any]) -> str:
        """See `Confirmation`."""
        if not values["confirmed"]:
            raise InputError("confirmed", tr("non coché"), msg("cette case cochée par la personne qui confirme"))
        return str(values["confirmed_by"])


def typed_name(names: Sequence[str], current: str = "") -> QComboBox:
    """A name to type, completed from `names` anywhere in them."""
    combo = QComboBox()
    combo.setEditable(True)
    combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    combo.setMaxVisibleItems(12)
    combo.addItems(list(names))
    combo.setCurrentIndex(-1)
    combo.setCurrentText(current)
    if (completer := combo.completer()) is not None:
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(completer.CompletionMode.PopupCompletion)
    if (editor := combo.lineEdit()) is not None:
        editor.setMaxLength(200)
        editor.setPlaceholderText(tr("Tapez un nom"))
    return combo
