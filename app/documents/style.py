"""The one style sheet of all documents: the sheet, the inks, the looks. Lengths in points (72 to the inch)."""

from __future__ import annotations

from dataclasses import replace

from app.documents.flowables import Look
from app.documents.typesetting import Ink

MM = 72 / 25.4

BLACK = (0.09, 0.09, 0.11)
GREY = (0.38, 0.38, 0.41)
ACCENT = (0.13, 0.24, 0.38)
HAIRLINE = (0.72, 0.71, 0.69)
HAIR = 0.4
"""Thickness of hairlines."""

BODY = Ink("regular", 9.6, BLACK)
BODY_STRONG = Ink("semibold", 9.6, BLACK)
SMALL = Ink("regular", 8.4, GREY)
SMALL_ITALIC = Ink("italic", 8.6, GREY)
NAME = Ink("semibold", 11.2, BLACK)
TITLE = Ink("regular", 23, BLACK)
KICKER = Ink("semibold", 7.8, ACCENT, tracking=0.62)
SECTION = Ink("semibold", 11.8, ACCENT)
ARTICLE = Ink("semibold", 9.8, BLACK)
RUNNING = Ink("regular", 7.8, GREY)
RUNNING_STRONG = Ink("semibold", 7.8, GREY)
TABLE_HEAD = Ink("italic", 8.6, GREY)

TEXT = Look(BODY, 13.8, after=5)
PARAGRAPH = Look(BODY, 13.8, align="justify", after=4.5)
CELL = Look(BODY, 13.2)
CELL_RIGHT = replace(CELL, align="right")
CELL_STRONG = Look(BODY_STRONG, 13.2)
CELL_STRONG_RIGHT = replace(CELL_STRONG, align="right")
CELL_NOTE = Look(SMALL, 11.6)
HEAD_CELL = Look(TABLE_HEAD, 11.6)
HEAD_CELL_RIGHT = replace(HEAD_CELL, align="right")
NOTE = Look(SMALL_ITALIC, 12, after=4)
KICKER_LOOK = Look(KICKER, 11, with_next=True)
TITLE_LOOK = Look(TITLE, 28, before=3, after=5)
SUBTITLE = Look(Ink("regular", 10.2, GREY), 14.5, after=4)
PARTY_NAME = Look(NAME, 15)
PARTY_DETAIL = Look(Ink("regular", 9.2, BLACK), 12.9)
SECTION_LOOK = Look(SECTION, 16, before=17, after=5.5, with_next=True)
SECTION_OVER_TABLE = replace(SECTION_LOOK, with_next=False)
"""For a heading over a table that may break over pages: the room for its first rows is asked for before it."""
ARTICLE_LOOK = Look(ARTICLE, 14, before=9, after=2.5, with_next=True)
BULLET = Look(BODY, 13.8, indent=10, after=2.5)
SIGN_HERE = Look(SMALL_ITALIC, 12)
LETTER = Look(Ink("regular", 10.2, BLACK), 14.8, align="justify", after=7.5)
LETTER_LEFT = replace(LETTER, align="left")
LETTER_LIST = replace(LETTER, align="left", after=2, indent=10)
LETTER_LIST_HEAD = replace(LETTER, align="left", after=3, with_next=True)
LETTER_STRONG = Look(Ink("semibold", 10.2, BLACK), 14.8, after=14)
LETTER_NOTE = Look(Ink("italic", 9.4, GREY), 13.4, after=14)
SENDER_NAME = Look(Ink("semibold", 10.2, BLACK), 13.6)
SENDER = Look(Ink("regular", 9.2, BLACK), 12.6)
ADDRESSES = tuple(
    (Look(Ink("semibold", size, BLACK), leading), Look(Ink("regular", size, BLACK), leading))
    for size, leading in ((10.6, 13.4), (9.8, 11.8), (9.0, 10.4), (8.0, 9.2), (7.0, 8.2), (6.2, 7.2), (5.6, 6.3), (5.0, 5.6))
)
"""Name and lines of the recipient's address, from the usual size to the smallest: the first that fits the window is taken."""
