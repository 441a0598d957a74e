"""Files on their way to a request, read and checked by a worker: what may not be attached is said when it is given, not when it is sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from app.domain.errors import InputError, UserError
from app.domain.formatting import PARIS
from app.domain.text import tr

if TYPE_CHECKING:
    from app.domain.values.support import Attachment

THUMBNAIL = QSize(56, 40)


@dataclass(frozen=True)
class Prepared:
    """A file as it is shown. `picture` is null where it is none."""

    name: str
    size: int
    picture: QImage
    path: Path | None = None
    content: bytes | None = None

    @property
    def attachment(self) -> Attachment:
        """What to hand to the service."""
        from app.domain.values.support import Attachment

        return Attachment(self.name, self.path, self.content)


@dataclass(frozen=True)
class Given:
    """What became of files that were given: those that may be attached, and a sentence for each other one."""

    items: tuple[Prepared, ...] = ()
    refusals: tuple[str, ...] = ()


def from_files(paths: Sequence[Path]) -> Given:
    """Read and check files. One that is refused costs the others nothing. Thread: a worker's."""
    items: list[Prepared] = []
    refusals: list[str] = []
    for path in paths:
        try:
            items.append(_from_file(path))
        except InputError as error:
            refusals.append(refusal_words(error))
    return Given(tuple(items), tuple(refusals))


def from_picture(picture: QImage, name: str) -> Given:
    """A picture as a PNG file. Thread: any."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    small = picture.scaled(THUMBNAIL * 2, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    content = bytes(data.data())
    return Given((Prepared(name, len(content), small, content=content),))


def refusal_words(error: UserError) -> str:
    """What is said of a file that is refused: its name, and what would have been taken."""
    if not isinstance(error, InputError) or error.field != "file":
        return error.text.render()
    if isinstance(error.value, int):
        return tr("Trop de fichiers\u00a0: il en faut {allowed}.", allowed=error.allowed)
    return tr("«\u00a0{name}\u00a0» n’est pas joint. Il faut {allowed}.", name=refused_name(error), allowed=error.allowed)


def refused_name(error: InputError) -> str:
    """The name of the file that `error` refuses, without its folders."""
    return PurePath(str(error.value)).name or str(error.value)


def small_picture(source: Path | bytes, size: QSize = THUMBNAIL) -> QImage:
    """A small version of a picture; a null one where it is none, or one too large to be decoded. Thread: any."""
    if isinstance(source, Path):
        return _read(QImageReader(str(source)), size)
    buffer = QBuffer()
    buffer.setData(source)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return _read(QImageReader(buffer), size)


def local_files(mime: QMimeData) -> list[Path]:
    """The files of this PC in what was dropped or copied."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def stamped(what: str, now: datetime) -> str:
    """The name of a picture that had none."""
    return f"{what} {now.astimezone(PARIS):%Y-%m-%d %H-%M-%S}.png"


def _read(reader: QImageReader, size: QSize) -> QImage:
    # What a file is called says nothing about what it holds.
    reader.setDecideFormatFromContent(True)
    whole = reader.size()
    if whole.isValid():
        # Twice as large as shown, for screens of 150 % and 200 %.
        reader.setScaledSize(whole.scaled(size * 2, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def _from_file(path: Path) -> Prepared:
    from app.services.attachment_checks import read_attachment

    return Prepared(path.name, len(read_attachment(path)), small_picture(path), path=path)
