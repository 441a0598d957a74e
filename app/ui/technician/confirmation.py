"""How the office lets a technician in: somebody of the office says so, or, with a server, a one-time code of the provider proves it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from app.domain.errors import InputError
from app.domain.text import msg, tr
from app.ui import theme
from app.ui.widgets import Form, FormField

if TYPE_CHECKING:
    from app.services import Services


class Confirmation(Protocol):
    """A way to make sure that a technician may work on this PC. Thread: Qt's."""

    def add_to(self, form: Form) -> None:
        """Add its fields below the technician's name."""
        ...

    def name_typed(self, technician: str) -> None:
        """The name of the technician changed."""
        ...

    def check(self, values: Mapping[str, Any]) -> Callable[[], LetIn]:
        """What finds out who let the technician in, from the form's values; it may ask the network, in a worker.

        Raises:
            InputError: nobody did yet; it names the field. Also when what is returned is called.
        """
        ...


@dataclass(frozen=True)
class LetIn:
    """Who let the technician in, for the journal. `technician`: the name that the provider gives them; empty: the one typed."""

    by: str
    technician: str = ""


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

    def check(self, values: Mapping[str, Any]) -> Callable[[], LetIn]:
        """See `Confirmation`."""
        if not values["confirmed"]:
            raise InputError("confirmed", tr("non coché"), msg("cette case cochée par la personne qui confirme"))
        let_in = LetIn(str(values["confirmed_by"]))
        return lambda: let_in


class CodeConfirmation:
    """The technician reads out a code of the provider; the server checks it, or this PC while there is no network."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._code = QLineEdit()
        self._code.setMaxLength(12)
        self._code.setPlaceholderText("1234 5678")
        self._code.setFont(theme.font(1.25, tabular=True))

    def add_to(self, form: Form) -> None:
        """See `Confirmation`."""
        hint = tr("Le technicien vous le donne\u00a0: 8 chiffres, ou 6 si ce poste est hors ligne. Chaque code ne sert qu’une fois.")
        form.add(FormField("code", tr("Code du prestataire"), self._code, required=True, hint=hint), span=2)

    def name_typed(self, technician: str) -> None:
        """See `Confirmation`: the code belongs to nobody's name here."""

    def check(self, values: Mapping[str, Any]) -> Callable[[], LetIn]:
        """See `Confirmation`."""
        services, code = self._services, str(values["code"])

        def ask() -> LetIn:
            admitted = services.technician_codes.check(code)
            return LetIn(admitted.by.render("fr"), admitted.technician)

        return ask


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
