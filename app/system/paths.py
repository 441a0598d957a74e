"""Where things are on this computer."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from app.domain.errors import StorageError
from app.domain.reasons import reason
from app.domain.text import msg

NAME = "Parclair"


def user_data_folder() -> Path:
    """The data folder of the person logged in, as the system wants it; not created."""
    from platformdirs import user_data_path

    return user_data_path(NAME, appauthor=False, roaming=False)


def resources() -> Path:
    """The folder of offers and translations, in the source tree or beside the packaged program."""
    packaged = getattr(sys, "_MEIPASS", None)
    root = Path(packaged) if packaged else Path(__file__).resolve().parents[2]
    return root / "resources"


def usable_folder(path: Path) -> Path:
    """`path`, created where it was missing and proven writable by writing to it.

    Raises:
        StorageError: it cannot be created or written, with the system's reason.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=path) as probe:
            probe.write(b"parclair")
            probe.flush()
    except OSError as error:
        raise StorageError(
            msg(
                "Le dossier de données n’est pas accessible en écriture\u00a0: {path} ({reason}). Rien n’a été modifié. Choisissez un autre dossier"
                " avec --data-dir ou vérifiez les droits et l’espace disque.",
                path=path,
                reason=reason(error),
            )
        ) from error
    return path


def log_file(folder: Path | None) -> Path:
    """Where bugs of a program that works on `folder` (`None`: the person's own) are written down."""
    return (folder or user_data_folder()) / "parclair.log"
