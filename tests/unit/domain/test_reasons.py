"""What the system says in English is told in the user's language."""

from __future__ import annotations

import errno
import os

import pytest

from app.domain.reasons import reason
from app.domain.text import Text

USUAL = ("ENOSPC", "EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST", "ENOENT", "EISDIR", "ENAMETOOLONG", "EIO")


@pytest.mark.parametrize("name", USUAL)
def test_the_usual_reasons_are_texts_in_both_languages(name: str) -> None:
    number = getattr(errno, name)
    said = reason(OSError(number, os.strerror(number), "file"))
    assert isinstance(said, Text)
    assert said.render("fr") != said.render("en") != os.strerror(number)
    assert said.render("fr") != os.strerror(number)


def test_a_rare_reason_stays_in_the_words_of_the_system() -> None:
    assert reason(OSError(errno.EMFILE, "Too many open files")) == "Too many open files"
    assert reason(OSError("strange")) == "strange"
