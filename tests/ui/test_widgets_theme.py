"""Colours anyone can read, icons that follow them."""

from __future__ import annotations

import re
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QApplication

from app.domain.records import EquipmentKind
from app.ui import icon_source, theme
from app.ui.icons import EQUIPMENT_ICONS, STATE_ICONS, icon
from app.ui.navigation import ITEMS
from app.ui.search_kinds import KINDS
from app.ui.stylesheet import stylesheet

ROOT = Path(__file__).resolve().parents[2]
BACKGROUNDS = ("window", "surface", "raised", "sidebar", "header", "stripe", "hover", "pressed")
STATES: tuple[theme.State, ...] = ("ok", "warning", "danger", "info", "neutral")


@pytest.fixture(params=[theme.LIGHT, theme.DARK], ids=["light", "dark"])
def tokens(request: pytest.FixtureRequest) -> theme.Tokens:
    chosen: theme.Tokens = request.param
    return chosen


@pytest.mark.parametrize("background", BACKGROUNDS)
def test_text_has_aa_contrast_everywhere(tokens: theme.Tokens, background: str) -> None:
    behind = getattr(tokens, background)
    assert theme.contrast(tokens.text, behind) >= 7
    assert theme.contrast(tokens.text_muted, behind) >= 4.5


def test_accent_pairs_have_aa_contrast(tokens: theme.Tokens) -> None:
    for text, behind in (
        (tokens.on_accent, tokens.accent),
        (tokens.on_accent, tokens.accent_hover),
        (tokens.on_accent_soft, tokens.accent_soft),
        (tokens.accent, tokens.surface),
        (tokens.accent, tokens.window),
        (tokens.surface, tokens.text),
    ):
        assert theme.contrast(text, behind) >= 4.5, (text, behind)


@pytest.mark.parametrize("state", STATES)
def test_states_have_aa_contrast_on_their_own_colour_and_in_tables(tokens: theme.Tokens, state: theme.State) -> None:
    colours = tokens.state(state)
    for behind in (colours.soft, tokens.surface, tokens.stripe, tokens.window):
        assert theme.contrast(colours.text, behind) >= 4.5, behind
    assert theme.contrast(colours.line, tokens.surface) >= 3


def test_lines_that_carry_meaning_can_be_seen(tokens: theme.Tokens) -> None:
    for behind in (tokens.surface, tokens.window, tokens.raised, tokens.sidebar, tokens.accent_soft):
        assert theme.contrast(tokens.focus, behind) >= 3, behind
    for behind in (tokens.surface, tokens.window):
        assert theme.contrast(tokens.border_strong, behind) >= 3, behind
    assert theme.contrast(tokens.text_disabled, tokens.surface) >= 3


def test_contrast_knows_the_extremes() -> None:
    assert theme.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert theme.contrast("#777777", "#777777") == 1


def test_every_colour_of_the_style_sheet_is_known(tokens: theme.Tokens) -> None:
    sheet = stylesheet(theme.style_values(tokens, {"image_down": "a", "image_up": "b", "image_check": "c", "image_dot": "d"}))
    assert re.findall(r"@\w+", sheet) == []


def test_no_colour_stands_outside_the_theme() -> None:
    colour = re.compile(r"""["']#[0-9a-fA-F]{3,8}["']|setStyleSheet\(|rgba?\(|Qt\.GlobalColor\.(?!transparent)""")
    allowed = {"theme.py", "stylesheet.py"}
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in (ROOT / "app" / "ui").rglob("*.py")
        if path.name not in allowed
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if colour.search(line)
    ]
    assert found == []


def test_theme_changes_in_place(qapp: QApplication) -> None:
    theme.apply(qapp, "dark")
    assert theme.current() is theme.DARK
    assert qapp.palette().window().color().name() == theme.DARK.window
    theme.apply(qapp, "light")
    assert theme.current() is theme.LIGHT


def test_the_system_is_followed_only_when_asked(qapp: QApplication) -> None:
    theme.apply(qapp, "dark")
    assert not theme.follow_system(qapp, "dark")
    theme.apply(qapp, "system")
    expected = theme.DARK if qapp.styleHints().colorScheme() == Qt.ColorScheme.Dark else theme.LIGHT
    assert theme.current() is expected


def test_nothing_is_animated(qapp: QApplication) -> None:
    assert not any(
        qapp.isEffectEnabled(effect)
        for effect in (Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_AnimateCombo, Qt.UIEffect.UI_AnimateTooltip, Qt.UIEffect.UI_FadeMenu)
    )


def ink(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).alpha() == 255
    }


def test_an_icon_follows_theme_state_and_resolution(qapp: QApplication) -> None:
    made = icon("plus", "accent")
    assert theme.LIGHT.accent in ink(made.pixmap(QSize(32, 32)).toImage())
    assert theme.LIGHT.text_disabled in ink(made.pixmap(QSize(32, 32), QIcon.Mode.Disabled).toImage())
    theme.apply(qapp, "dark")
    assert theme.DARK.accent in ink(made.pixmap(QSize(32, 32)).toImage())
    sharp = made.pixmap(QSize(16, 16), 2.0)
    assert (sharp.width(), sharp.devicePixelRatio()) == (32, 2.0)


def test_an_icon_in_a_wide_place_stands_where_asked(qapp: QApplication) -> None:
    for align, expected in (("left", range(0, 16)), ("right", range(8, 24))):
        image = icon("plus", "text", align).pixmap(QSize(24, 16)).toImage()  # type: ignore[arg-type]
        columns = {x for x in range(24) for y in range(16) if image.pixelColor(x, y).alpha() > 0}
        assert columns
        assert columns <= set(expected)


def test_the_archive_reader_agrees_with_zipfile() -> None:
    spec = find_spec("lucide")
    assert spec is not None
    assert spec.submodule_search_locations
    with zipfile.ZipFile(Path(spec.submodule_search_locations[0]) / "lucide.zip") as archive:
        for name in ("a-arrow-down", "x", "house", "search", "zoom-out", *EQUIPMENT_ICONS.values()):
            assert icon_source.source(name) == archive.read(f"{name}.svg")


def test_an_unknown_icon_is_an_error() -> None:
    with pytest.raises(LookupError, match="no-such-icon"):
        icon("no-such-icon")


def test_every_icon_named_in_the_program_exists() -> None:
    named = re.compile(r"""(?:\bicon\(|icon_button\(\s*|IconLabel\(|icon_name=|action_icon=|icon=|set_icon\(\s*)["']([a-z0-9-]+)["']""")
    found = {name for path in (ROOT / "app" / "ui").rglob("*.py") for name in named.findall(path.read_text("utf-8")) if name != "icon"}
    found |= (
        set(EQUIPMENT_ICONS.values()) | set(STATE_ICONS.values()) | {name for name, _ in ITEMS.values()} | {k[1] for k in KINDS.values()}
    )
    assert len(found) > 20
    for name in sorted(found):
        assert icon_source.source(name)


def test_every_kind_has_an_icon() -> None:
    assert set(EQUIPMENT_ICONS) == set(EquipmentKind)


def test_figures_have_one_width() -> None:
    assert theme.font(tabular=True).featureTags()
