"""What the short dialogs of this screen share."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog


def fit(dialog: QDialog) -> None:
    """Make `dialog` as high as its texts need now that one of them has changed; it never shrinks."""
    layout = dialog.layout()
    if layout is None:
        return
    layout.activate()
    wanted = layout.totalHeightForWidth(dialog.width()) if layout.hasHeightForWidth() else layout.sizeHint().height()
    if wanted > dialog.height():
        dialog.resize(dialog.width(), wanted)
