"""Which files may be attached: of a bearable size, whole, no programs whatever they are called, and what their name says they are."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from app.domain.errors import InputError
from app.domain.file_names import safe_file_name
from app.domain.reasons import reason
from app.domain.text import Text, msg

LARGEST = 50 * 1024 * 1024
_CHUNK = 1024 * 1024

#: Endings that Windows runs, or that run something else.
_RUNS = frozenset(
    "ade adp app appref-ms appx appxbundle bas bat chm cmd com command cpl crt desktop dll dmg drv exe gadget hlp hta inf ins isp jar jnlp"
    " js jse lnk mde msc msh msh1 msh2 msi msix msixbundle msp mst ocx pif pkg ps1 ps1xml ps2 psc1 psd1 psm1 reg scf scr sct sh shb shs"
    " sys url vb vbe vbs vbscript ws wsc wsf wsh xbap xll".split()
)
#: Endings behind which Windows mounts a disk, runs a script or a macro, or connects to somewhere else.
_OPENS = frozenset(
    "cab docm dotm iso img library-ms one onepkg potm ppam ppsm pptm py pyc pyw pyz pyzw rdp search-ms searchconnector-ms"
    " settingcontent-ms sldm theme themepack vhd vhdx wim xlam xlsb xlsm xltm".split()
)
#: How programs begin, whatever they are called: Windows, Linux, macOS (both orders of bytes, several processors), Windows shortcuts.
_PROGRAMS = (
    b"\x7fELF",
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    b"\xca\xfe\xba\xbf",
    b"\xbe\xba\xfe\xca",
    b"L\x00\x00\x00\x01\x14\x02\x00",
)
#: Programs for Windows and DOS. Their header has zeros, which a text that begins with the same letters has not.
_WINDOWS = b"MZ"
_HEADER = 64
_SCRIPT = re.compile(rb"(?:\xef\xbb\xbf)?#!|(?:\xff\xfe#\x00!\x00)|(?:\xfe\xff\x00#\x00!)")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: The classes that installers, their patches and their transforms carry in the root of an OLE file.
_INSTALLERS = tuple(bytes.fromhex(f"{first}100c0000000000c000000000000046") for first in ("82", "84", "86"))

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")

_KNOWN: dict[str, tuple[Text, tuple[bytes, ...]]] = {
    "png": (msg("une image PNG"), (b"\x89PNG\r\n\x1a\n",)),
    "jpg": (msg("une image JPEG"), (b"\xff\xd8\xff",)),
    "jpeg": (msg("une image JPEG"), (b"\xff\xd8\xff",)),
    "gif": (msg("une image GIF"), (b"GIF87a", b"GIF89a")),
    "bmp": (msg("une image BMP"), (b"BM",)),
    "tif": (msg("une image TIFF"), (b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+")),
    "tiff": (msg("une image TIFF"), (b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+")),
    "webp": (msg("une image WebP"), (b"RIFF",)),
    "pdf": (msg("un PDF"), (b"%PDF-",)),
    "zip": (msg("une archive ZIP"), _ZIP),
    **{ending: (msg("un document Office"), (*_ZIP, _OLE)) for ending in ("docx", "xlsx", "pptx")},  # with a password: OLE
    **{ending: (msg("un document OpenDocument"), _ZIP) for ending in ("odt", "ods", "odp")},
    "7z": (msg("une archive 7z"), (b"7z\xbc\xaf\x27\x1c",)),
    "rar": (msg("une archive RAR"), (b"Rar!\x1a\x07",)),
    "gz": (msg("une archive gzip"), (b"\x1f\x8b",)),
}
#: Readers of PDF look for its mark that far.
_PDF_REACH = 1024


def read_attachment(source: Path, name: str = "") -> bytes:
    """The bytes of a file that somebody attaches, checked. Of one that is too large, no more is read than shows it.

    Args:
        source: the file; no link, device or pipe.
        name: what it is called, its own name by default.

    Raises:
        InputError: the file is missing, no ordinary file, empty, too large, changing, or refused by `check_content`.
    """
    shown = name or source.name
    try:
        content = _read(source, shown)
    except OSError as error:
        raise InputError("file", source, msg("un fichier lisible ({reason})", reason=reason(error))) from error
    except ValueError:
        raise InputError("file", ascii(str(source)), msg("un nom de fichier sans caractère de contrôle")) from None
    return check_content(shown, content)


def check_content(name: str, content: bytes) -> bytes:
    """`content`, when a file called `name` may hold it.

    Raises:
        InputError: it is empty, too large, a program, or not what its name says.
    """
    safe = safe_file_name(name)
    if not content:
        raise InputError("file", safe, msg("un fichier qui n’est pas vide"))
    if len(content) > LARGEST:
        raise _too_large(safe)
    ending = safe.rpartition(".")[2].lower() if "." in safe else ""
    if ending in _RUNS:
        raise InputError("file", safe, msg("un document ou une image, pas un programme (.{ending})", ending=ending))
    if ending in _OPENS:
        allowed = msg("un document ou une image, pas un fichier que Windows exécute ou monte (.{ending})", ending=ending)
        raise InputError("file", safe, allowed)
    if _is_program(content):
        raise InputError("file", safe, msg("un document ou une image, pas un programme"))
    known = _KNOWN.get(ending)
    if known is not None and not _is(ending, known[1], content):
        raise InputError("file", safe, msg("{what}, comme le dit son nom\u00a0: son contenu est autre chose", what=known[0]))
    return content


def _read(source: Path, shown: str) -> bytes:
    if source.is_symlink() or (os.name == "nt" and source.is_junction()):  # type: ignore[attr-defined, unused-ignore]
        raise InputError("file", shown, msg("un fichier, pas un lien vers un autre"))
    # A pipe would be waited for, a link put there meanwhile followed: neither is opened.
    flags = (
        os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
    )
    if not stat.S_ISREG(source.lstat().st_mode):
        raise _no_file(shown)
    with os.fdopen(os.open(source, flags), "rb", buffering=0) as file:
        before = os.fstat(file.fileno())
        if not stat.S_ISREG(before.st_mode):
            raise _no_file(shown)
        if before.st_size > LARGEST:
            raise _too_large(shown)
        parts: list[bytes] = []
        size = 0
        while part := file.read(_CHUNK):
            parts.append(part)
            size += len(part)
            if size > LARGEST:
                raise _too_large(shown)
        after = os.fstat(file.fileno())
    if size != before.st_size or (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise InputError("file", shown, msg("un fichier que personne n’écrit en ce moment\u00a0: il a changé pendant la lecture"))
    return b"".join(parts)


def _is_program(content: bytes) -> bool:
    if content.startswith(_PROGRAMS) or _SCRIPT.match(content):
        return True
    if content.startswith(_WINDOWS) and b"\0" in content[:_HEADER]:
        return True
    return content.startswith(_OLE) and any(mark in content for mark in _INSTALLERS)


def _is(ending: str, marks: tuple[bytes, ...], content: bytes) -> bool:
    if ending == "pdf":
        return marks[0] in content[:_PDF_REACH]
    if ending == "webp":
        return content.startswith(marks) and content[8:12] == b"WEBP"
    return content.startswith(marks)


def _too_large(name: str) -> InputError:
    return InputError("file", name, msg("un fichier d’au plus {n} Mio", n=LARGEST // 1024 // 1024))


def _no_file(name: str) -> InputError:
    return InputError("file", name, msg("un fichier ordinaire, pas un dossier, un lien, un tube ou un périphérique"))
