"""Results that can say why: the rule that was applied, its inputs, and the steps from one to the other.

The same explanation is shown by the window ("Pourquoi cette date ?"), by `--explain` and in documents.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from app.domain.text import Text

T = TypeVar("T")


@dataclass(frozen=True)
class Explanation:
    """Why a result is what it is.

    Attributes:
        rule: the rule in one sentence, with its source (offer and section) where there is one.
        inputs: label and value of everything the rule read, in order.
        steps: one sentence a step, ending in the result.
    """

    rule: Text
    inputs: tuple[tuple[Text, object], ...] = ()
    steps: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Explained(Generic[T]):
    """A computed value together with its explanation."""

    value: T
    why: Explanation
