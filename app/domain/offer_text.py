"""Texts of offers: names that come from a file in two languages, shares in per cent, counted nouns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from decimal import Decimal

from app.domain import formatting
from app.domain.text import SOURCE_LANGUAGE, Text, language, msg

_NOTHING = Text("")
_COMMA = Text(", ")


@dataclass(frozen=True)
class Bilingual(Text):
    """A text written in a data file in French and English; it is data, so it holds no placeholders.

    Attributes:
        english: the English text; `source` is the French one.
    """

    english: str = ""

    def render(self, language: str | None = None) -> str:
        """The text in `language` (default: the one in use), exactly as the file writes it."""
        return self.source if _chosen(language) == SOURCE_LANGUAGE or not self.english else self.english


@dataclass(frozen=True)
class Share(Text):
    """A share between 0 and 1, shown in per cent with as many decimals as it needs.

    Attributes:
        share: the share, for example `Decimal("0.20")`.
    """

    share: Decimal = Decimal(0)

    def render(self, language: str | None = None) -> str:
        """`20 %` in French, `20%` in English."""
        exponent = (self.share * 100).normalize().as_tuple().exponent
        places = max(0, -exponent) if isinstance(exponent, int) else 0
        return formatting.percent(self.share, _chosen(language), places)


@dataclass(frozen=True)
class Counted(Text):
    """A number with its noun, singular or plural by the rule of the language it is rendered in.

    Attributes:
        count: the number.
        one: the text for one.
        many: the text for several.
    """

    count: int = 0
    one: Text = _NOTHING
    many: Text = _NOTHING

    def render(self, language: str | None = None) -> str:
        """French counts 0 and 1 as singular, English only 1."""
        chosen = _chosen(language)
        singular = self.count < 2 if chosen == SOURCE_LANGUAGE else self.count == 1
        return (self.one if singular else self.many).render(chosen)


@dataclass(frozen=True)
class TimeOfDay(Text):
    """A time of day as contracts write it.

    Attributes:
        moment: the time.
    """

    moment: time = time(0)

    def render(self, language: str | None = None) -> str:
        """`9 h 30` in French, `9:30` in English."""
        if _chosen(language) != SOURCE_LANGUAGE:
            return f"{self.moment.hour}:{self.moment:%M}"
        whole = f"{self.moment.hour}{formatting.NO_BREAK_SPACE}h"
        return f"{whole}{formatting.NO_BREAK_SPACE}{self.moment:%M}" if self.moment.minute else whole


@dataclass(frozen=True)
class Listed(Text):
    """Texts in a row: `a, b et c` in French, `a, b and c` in English.

    Attributes:
        items: what is listed.
        between: joins all but the last two.
        last: joins the last two.
    """

    items: tuple[Text, ...] = ()
    between: Text = _NOTHING
    last: Text = _NOTHING

    def render(self, language: str | None = None) -> str:
        """The list in one sentence part."""
        chosen = _chosen(language)
        shown = [item.render(chosen) for item in self.items]
        if len(shown) < 2:
            return "".join(shown)
        return self.between.render(chosen).join(shown[:-1]) + self.last.render(chosen) + shown[-1]


@dataclass(frozen=True)
class Capitalised(Text):
    """A text whose first letter becomes a capital.

    Attributes:
        text: the text.
    """

    text: Text = _NOTHING

    def render(self, language: str | None = None) -> str:
        """The text, ready to open a sentence."""
        shown = self.text.render(language)
        return shown[:1].upper() + shown[1:]


def bilingual(fr: str, en: str) -> Text:
    """A text of a data file, in French and in English."""
    return Bilingual(fr, {}, en)


def share(value: Decimal) -> Text:
    """`Decimal("0.20")` as `20 %`."""
    return Share("", {}, value)


def counted(count: int, one: Text, many: Text) -> Text:
    """`one` or `many`, by `count` and the language."""
    return Counted("", {}, count, one, many)


def plain(value: object) -> Text:
    """A technical value, the same in every language."""
    return bilingual(str(value), str(value))


def listed(*items: Text) -> Text:
    """`a, b et c`."""
    return Listed("", {}, items, _COMMA, msg(" et "))


def sentence(text: Text) -> Text:
    """`text` with a capital letter, to open a sentence."""
    return Capitalised("", {}, text)


def choice(*items: Text) -> Text:
    """`a, b ou c`."""
    return Listed("", {}, items, _COMMA, msg(" ou "))


def enumerated(*items: Text) -> Text:
    """`a ; b ; c`, for parts that hold commas themselves."""
    between = msg("\u202f; ")
    return Listed("", {}, items, between, between)


def hour(moment: time) -> Text:
    """`9 h`, `9 h 30`."""
    return TimeOfDay("", {}, moment)


def months(count: int) -> Text:
    """`12 mois`."""
    return msg("un mois") if count == 1 else msg("{n}\u00a0mois", n=count)


def days(count: int) -> Text:
    """`15 jours`."""
    return counted(count, msg("{n}\u00a0jour", n=count), msg("{n}\u00a0jours", n=count))


def working_days(count: int) -> Text:
    """`5 jours ouvrés`."""
    return counted(count, msg("{n}\u00a0jour ouvré", n=count), msg("{n}\u00a0jours ouvrés", n=count))


def minutes(count: int) -> Text:
    """`30 minutes`."""
    return counted(count, msg("{n}\u00a0minute", n=count), msg("{n}\u00a0minutes", n=count))


def _chosen(chosen: str | None) -> str:
    return chosen or language()
