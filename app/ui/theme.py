"""The only place with colours, spacing and fonts.

Fusion with a palette and a style sheet made from `Tokens`. Red, amber and green stand for states only, and never without an icon or a
word. Everything that paints reads `current()` while painting, so a change of theme needs no rebuilding: Qt tells every widget
through `PaletteChange`.

Thread: Qt's.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from app.ui import icon_source
from app.ui.stylesheet import stylesheet

if TYPE_CHECKING:
    from app.ui.screen import ThemeMode

State = Literal["ok", "warning", "danger", "info", "neutral"]


class Space(NamedTuple):
    """Distances in logical pixels, multiples of four."""

    hair: int = 2
    tiny: int = 4
    small: int = 8
    medium: int = 12
    large: int = 16
    huge: int = 24
    section: int = 32


SPACE = Space()
RADIUS = 4
CONTROL_HEIGHT = 28
ROW_HEIGHT = 28
ICON = 16
ICON_LARGE = 20


class StateColours(NamedTuple):
    """A state's colours: text and icon on `soft`; `line` for borders and bars."""

    text: str
    soft: str
    line: str


class Tokens(NamedTuple):
    """The colours of one theme, by what they are for."""

    dark: bool
    window: str
    surface: str
    raised: str
    sidebar: str
    header: str
    stripe: str
    hover: str
    pressed: str
    border: str
    border_strong: str
    text: str
    text_muted: str
    text_disabled: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    on_accent_soft: str
    focus: str
    ok: StateColours
    warning: StateColours
    danger: StateColours
    info: StateColours
    neutral: StateColours

    def state(self, state: State) -> StateColours:
        """The colours of a state."""
        colours: StateColours = getattr(self, state)
        return colours


LIGHT = Tokens(
    dark=False,
    window="#f3f5f7",
    surface="#ffffff",
    raised="#ffffff",
    sidebar="#e9edf1",
    header="#f3f5f7",
    stripe="#f9fafb",
    hover="#eceff3",
    pressed="#dde3e9",
    border="#d5dbe1",
    border_strong="#798796",
    text="#1a2129",
    text_muted="#55616d",
    text_disabled="#77828d",
    accent="#1a5e93",
    accent_hover="#144d7a",
    on_accent="#ffffff",
    accent_soft="#dbe9f5",
    on_accent_soft="#123f63",
    focus="#1a73c4",
    ok=StateColours("#1c6637", "#e1f2e6", "#3c9a5f"),
    warning=StateColours("#7c4a03", "#fdf0d3", "#b57509"),
    danger=StateColours("#a32020", "#fce6e4", "#d2453f"),
    info=StateColours("#17558a", "#e0edf8", "#4087c2"),
    neutral=StateColours("#4b5763", "#e8ecf0", "#798796"),
)

DARK = Tokens(
    dark=True,
    window="#1b1f24",
    surface="#22272d",
    raised="#2a3037",
    sidebar="#171a1f",
    header="#272d34",
    stripe="#252b31",
    hover="#2f363e",
    pressed="#3a434d",
    border="#39424c",
    border_strong="#7a8795",
    text="#e7ebef",
    text_muted="#a9b4bf",
    text_disabled="#84909c",
    accent="#6fb3e8",
    accent_hover="#8cc4ef",
    on_accent="#0c2233",
    accent_soft="#24435c",
    on_accent_soft="#d8ebfa",
    focus="#82c1f3",
    ok=StateColours("#8ad6a4", "#1f3a2a", "#4fae73"),
    warning=StateColours("#f2c572", "#40331a", "#d59a2e"),
    danger=StateColours("#f6a49c", "#472624", "#e06a62"),
    info=StateColours("#94c8f0", "#203a50", "#5a9ed4"),
    neutral=StateColours("#b8c2cc", "#323a43", "#7a8795"),
)

_current = LIGHT
_images: TemporaryDirectory[str] | None = None


def current() -> Tokens:
    """The colours in use now; read them while painting, do not keep them."""
    return _current


def apply(application: QApplication, mode: ThemeMode = "system") -> None:
    """Give the program its style, font and colours; call again to change them."""
    global _current, _images
    hints = application.styleHints()
    hints.setColorScheme(
        {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark, "system": Qt.ColorScheme.Unknown}[mode],
    )
    dark = mode == "dark" or (mode == "system" and hints.colorScheme() == Qt.ColorScheme.Dark)
    _current = DARK if dark else LIGHT
    if _images is None:
        _images = TemporaryDirectory(prefix="parclair-", ignore_cleanup_errors=True)
        application.setStyle("fusion")
        application.setFont(base_font())
        for effect in (
            Qt.UIEffect.UI_AnimateMenu,
            Qt.UIEffect.UI_FadeMenu,
            Qt.UIEffect.UI_AnimateCombo,
            Qt.UIEffect.UI_AnimateTooltip,
            Qt.UIEffect.UI_FadeTooltip,
        ):
            application.setEffectEnabled(effect, False)
    application.setPalette(palette(_current))
    application.setStyleSheet(stylesheet(style_values(_current, _write_images(_current, Path(_images.name)))))


def style_values(tokens: Tokens, images: Mapping[str, str], base_pixels: int = 13) -> dict[str, str]:
    """What the style sheet's `@names` stand for: colours, pictures from files, sizes that follow `base_pixels`."""
    values = {name: value for name, value in tokens._asdict().items() if isinstance(value, str)} | dict(images)
    states: tuple[State, ...] = ("ok", "warning", "danger", "info", "neutral")
    for state in states:
        colours = tokens.state(state)
        values |= {f"{state}_text": colours.text, f"{state}_soft": colours.soft, f"{state}_line": colours.line}
    values["heading"] = f"{round(base_pixels * 1.45)}px"
    values["subheading"] = f"{round(base_pixels * 1.15)}px"
    values["small"] = f"{max(11, round(base_pixels * 0.9))}px"
    return values


def _write_images(tokens: Tokens, folder: Path) -> dict[str, str]:
    """The few pictures a style sheet can only take from files; Qt draws them sharp at any scaling."""
    wanted = {
        "image_down": ("chevron-down", tokens.text_muted),
        "image_up": ("chevron-up", tokens.text_muted),
        "image_check": ("check", tokens.on_accent),
        "image_dot": ("dot", tokens.on_accent),
    }
    places = {}
    for name, (drawing, colour) in wanted.items():
        place = folder / f"{drawing}-{colour.removeprefix('#')}.svg"
        if not place.exists():
            place.write_bytes(icon_source.source(drawing).replace(b"currentColor", colour.encode()).replace(b'width="2"', b'width="3"'))
        places[name] = place.as_posix()
    return places


def follow_system(application: QApplication, mode: ThemeMode) -> bool:
    """Recolour when the system's scheme changed and the user wants to follow it; whether anything changed."""
    if mode != "system":
        return False
    dark = application.styleHints().colorScheme() == Qt.ColorScheme.Dark
    if dark == _current.dark:
        return False
    apply(application, mode)
    return True


def palette(tokens: Tokens) -> QPalette:
    """The Qt palette of a theme."""
    made = QPalette()
    role = QPalette.ColorRole
    for where, colour in {
        role.Window: tokens.window,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.stripe,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.text_muted,
        role.Button: tokens.raised,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.danger.text,
        role.Highlight: tokens.accent_soft,
        role.HighlightedText: tokens.on_accent_soft,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.ToolTipBase: tokens.raised,
        role.ToolTipText: tokens.text,
        role.Light: tokens.raised,
        role.Midlight: tokens.hover,
        role.Mid: tokens.border,
        role.Dark: tokens.border_strong,
        role.Shadow: tokens.border_strong,
    }.items():
        made.setColor(where, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(disabled, where, QColor(tokens.text_disabled))
    return made


def base_font() -> QFont:
    """The system's interface font, at the size of dense office software (13 logical pixels)."""
    font = QFont(QApplication.font())
    if sys.platform == "win32":
        font.setFamilies(["Segoe UI Variable Text", "Segoe UI"])
    # DejaVu and Verdana are drawn a tenth wider than Segoe UI, which the spacings are made for.
    wide = QFontInfo(font).family().startswith(("DejaVu", "Verdana"))
    font.setPixelSize(12 if wide else 13)
    return font


def font(scale: float = 1.0, *, bold: bool = False, tabular: bool = False) -> QFont:
    """The interface font in another size or weight; `tabular` gives all figures one width, for columns of amounts and dates."""
    made = QFont(QApplication.font())
    if scale != 1.0:
        made.setPixelSize(max(10, round(made.pixelSize() * scale)))
    if bold:
        made.setWeight(QFont.Weight.DemiBold)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


HEADING = 1.55
SUBHEADING = 1.2
SMALL = 0.9


def set_kind(widget: QWidget, kind: str) -> None:
    """Give a widget one of the looks the style sheet knows: `primary`, `quiet`, `danger`, `heading`, `muted`, …"""
    if widget.property("kind") == kind:
        return
    widget.setProperty("kind", kind)
    restyle(widget)


def restyle(widget: QWidget) -> None:
    """Apply the style sheet again after a property it selects by has changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def shade() -> QColor:
    """What is laid over a window, in pictures of it, while a dialog blocks it."""
    return QColor(0, 0, 0, 56)


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio of two colours, 1 to 21; text needs 4.5, lines and icons 3."""

    def luminance(colour: str) -> float:
        parsed = QColor(colour)
        channels = (parsed.redF(), parsed.greenF(), parsed.blueF())
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
        return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
