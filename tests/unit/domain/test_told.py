"""What was told is read in either language later; what older programs kept stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.text import msg
from app.domain.told import retold, told


def test_each_reader_finds_it_in_their_language() -> None:
    kept = told(msg("Contrat"))
    assert (retold(kept, "fr"), retold(kept, "en")) == ("Contrat", "Contract")
    assert retold(told((msg("Contrat"), msg("Site"))), "fr") == "Contrat\nSite"


@pytest.mark.parametrize("kept", ["", "Couvert", "{", "{}", '{"fr": 1}', '{"x": "y"}', "[1]", '{"fr": "a", "en": null}'])
def test_other_texts_are_shown_as_they_are(kept: str) -> None:
    assert retold(kept, "fr") == kept


def test_a_language_that_was_not_kept_is_read_in_french() -> None:
    assert retold('{"fr": "Couvert"}', "en") == "Couvert"


@given(st.text())
def test_whatever_values_hold_comes_back(value: str) -> None:
    assert retold(told(msg("{name}", name=value)), "en") == value
