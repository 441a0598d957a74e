"""Speaking a document's own language, whatever the program's: texts, amounts, dates, counted words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain import formatting
from app.domain.text import Text, msg


@dataclass(frozen=True)
class Voice:
    """Renders everything in one language."""

    language: str

    def say(self, text: Text) -> str:
        """A text."""
        return text.render(self.language)

    def money(self, amount: Decimal) -> str:
        """An amount in euros."""
        return formatting.money(amount, self.language)

    def number(self, value: int) -> str:
        """A whole number."""
        return formatting.integer(value, self.language)

    def percent(self, share: Decimal) -> str:
        """A share, with as many decimals as it has and no more."""
        places = max(0, -int((share * 100).normalize().as_tuple().exponent))
        return formatting.percent(share, self.language, places)

    def day(self, value: date) -> str:
        """A date in words."""
        return formatting.long_day(value, self.language)

    def count(self, n: int, one: Text, many: Text) -> str:
        """`one` or `many` by the rule of the language: French counts 0 as singular, English does not."""
        singular = abs(n) < 2 if self.language == "fr" else abs(n) == 1
        return Text((one if singular else many).source, {"n": self.number(n)}).render(self.language)

    def months(self, n: int) -> str:
        """A number of months."""
        return self.count(n, msg("un mois") if n == 1 else msg("{n} mois"), msg("{n} mois"))

    def days(self, n: int) -> str:
        """A number of days."""
        return self.count(n, msg("{n} jour"), msg("{n} jours"))

    def label(self, text: Text) -> str:
        """A label and its colon, spaced the way the language does."""
        return self.say(msg("{label} :", label=text))
