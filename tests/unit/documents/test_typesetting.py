"""Lines: nothing lost, nothing too wide, nothing hidden."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents import fonts
from app.documents.typesetting import Ink, Line, set_lines, text_width, visible

INK = Ink("regular", 10)
BOLD = Ink("semibold", 10)


def told(lines: tuple[Line, ...]) -> str:
    return "".join(glyph.text for line in lines for item in line.items for glyph in item.piece.glyphs)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("zéro\u200b largeur\u00ad", "zéro largeur"),
        ("\U0001fae9", "[U+1FAE9]"),
        ("日", "[U+65E5]"),
        ("\ue000", "[U+E000]"),
        ("\x00\x1b", "[U+0000][U+001B]"),
        ("\ud800", "[U+D800]"),
        ("😀 & <b>", "😀 & <b>"),
    ],
)
def test_what_cannot_be_drawn_is_shown_as_its_number(text: str, expected: str) -> None:
    assert visible(text, "regular") == expected


@given(st.text(alphabet=st.sampled_from("abcé 123-&<>/\u00a0\u202f€אבעمل😀🇫🇷\u200d"), max_size=400), st.floats(30, 500))
def test_lines_hold_all_the_text_and_are_never_too_wide(text: str, width: float) -> None:
    lines = set_lines(((text, INK),), width)
    assert sorted(told(lines).replace(" ", "")) == sorted(visible(text, "regular").replace(" ", ""))
    for line in lines:
        assert line.width <= width + 0.05


def test_a_word_wider_than_the_line_is_cut() -> None:
    lines = set_lines((("X" * 300, INK),), 200)
    assert len(lines) > 5
    assert told(lines) == "X" * 300


def test_a_line_is_broken_after_a_hyphen_rather_than_inside_a_word() -> None:
    wide = text_width("abcdef ghijkl-", INK) + 1
    first, second = set_lines((("abcdef ghijkl-mnopqr", INK),), wide)
    assert told((first,)) == "abcdef ghijkl-"
    assert told((second,)) == "mnopqr"


def test_no_break_spaces_hold() -> None:
    lines = set_lines((("total 1\u202f234,56\u00a0€", INK),), text_width("total 1\u202f234,56", INK))
    assert [told((line,)) for line in lines] == ["total", "1\u202f234,56\u00a0€"]


def test_the_narrow_space_is_narrow_and_reads_back_as_itself() -> None:
    narrow, usual = (text_width(f"1{space}2", INK) for space in ("\u202f", "\u00a0"))
    assert text_width("12", INK) < narrow < usual


def test_inks_may_change_inside_a_line() -> None:
    (line,) = set_lines((("Objet\u00a0: ", BOLD), ("résiliation", INK)), 400)
    assert {item.ink for item in line.items} == {BOLD, INK}


def test_figures_all_have_one_width() -> None:
    for role in ("regular", "semibold"):
        face = fonts.serif(role)
        assert len({face.shape(figure).width for figure in "0123456789"}) == 1


def test_arabic_letters_join_and_read_back() -> None:
    piece = next(face.shape(part, right_to_left=True) for face, part in fonts.runs("السلام", "regular"))
    assert "".join(glyph.text for glyph in reversed(piece.glyphs)) == "السلام"
    assert not piece.shifted


def test_a_flag_is_one_shape() -> None:
    ((face, part),) = fonts.runs("🇫🇷", "regular")
    assert [glyph.text for glyph in face.shape(part).glyphs] == ["🇫🇷"]
