"""The words of the rating page, in French and English."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from app.domain.formatting import PARIS
from app.domain.records import RatingValue, label
from app.domain.text import LANGUAGES, SOURCE_LANGUAGE, Text, msg
from app.server.ratings.giving import State
from app.server.rows import Row
from app.server.templates import render

#: Characters of a comment.
LONGEST_COMMENT = 4000
_NAMES = {"fr": "Français", "en": "English"}
_TITLE = msg("Votre avis sur notre intervention")
_TOLD: dict[State | None, tuple[Text, Text]] = {
    State.RATED: (msg("Merci\u202f!"), msg("Cette demande a déjà été notée. Un avis ne change plus une fois validé.")),
    State.REOPENED: (
        msg("Demande en cours"),
        msg("Cette demande a été rouverte. Vous pourrez donner votre avis, avec ce même lien, dès qu’elle sera résolue."),
    ),
    None: (
        msg("Lien non valable"),
        msg("Ce lien n’existe pas, ou n’est plus valable. Vous pouvez aussi donner votre avis dans l’application Parclair."),
    ),
}
_THANKS = (msg("Merci\u202f!"), msg("Votre avis est enregistré. Vous pouvez fermer cette page."))


@dataclass(frozen=True)
class Page:
    """A page, and the nonce that its style alone carries."""

    html: str
    nonce: str


@dataclass(frozen=True)
class Filled:
    """What somebody has entered so far, and what they are told about it."""

    smiley: str = ""
    comment: str = ""
    alert: Text | None = None


NO_SMILEY = msg("Choisissez d’abord l’un des trois visages.")
TOO_LONG = msg("Le commentaire est trop long\u00a0: {n} caractères au plus.", n=LONGEST_COMMENT)
ONCE_MORE = msg("Votre avis n’est pas encore enregistré. Validez une fois de plus, s’il vous plaît.")


def form(request: Row, token: str, language: str, filled: Filled) -> Page:
    """The three steps: a smiley, a comment, validate."""
    nonce = secrets.token_urlsafe(16)
    html = render(
        "form.html",
        **_frame(language, nonce),
        title=_TITLE.render(language),
        about=about(request).render(language),
        subject=request.data["subject"],
        alert=filled.alert.render(language) if filled.alert else "",
        form=token,
        faces=[{"value": value.value, "name": label(value).render(language)} for value in RatingValue],
        chosen=filled.smiley,
        comment=filled.comment,
        longest=LONGEST_COMMENT,
        ask=msg("Comment cela s’est-il passé\u202f?").render(language),
        comment_label=msg("Un commentaire\u202f? (facultatif)").render(language),
        validate_label=msg("Validez").render(language),
        note=msg("Rien n’est enregistré avant que vous ne validiez. Ensuite, un avis ne change plus.").render(language),
        button=msg("Valider mon avis").render(language),
    )
    return Page(html, nonce)


def told(state: State | None, language: str, *, thanks: bool = False) -> Page:
    """A page that says one thing."""
    nonce = secrets.token_urlsafe(16)
    title, body = _THANKS if thanks and state is State.RATED else _TOLD[state]
    return Page(render("told.html", **_frame(language, nonce), title=title.render(language), body=body.render(language)), nonce)


def about(request: Row) -> Text:
    """Which request it is."""
    resolved = request.data.get("resolved_at")
    if not resolved:
        return msg("Demande {number}", number=request.data["number"])
    day = datetime.fromisoformat(resolved).astimezone(PARIS).date()
    return msg("Demande {number}, résolue le {day}", number=request.data["number"], day=day)


def language_of(chosen: str, accepted: str) -> str:
    """The language of a page: the one chosen in the link, else the first of ours that the browser asks for, else French."""
    if chosen in LANGUAGES:
        return chosen
    wanted: list[tuple[float, str]] = []
    for part in accepted[:500].split(","):
        name, _, quality = part.strip().partition(";")
        short = name.strip().lower().split("-")[0]
        if short in LANGUAGES:
            wanted.append((_quality(quality), short))
    best = max(wanted, key=lambda one: one[0], default=(0.0, SOURCE_LANGUAGE))
    return best[1] if best[0] > 0 else SOURCE_LANGUAGE


def _quality(text: str) -> float:
    name, _, value = text.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0


def _frame(language: str, nonce: str) -> dict[str, object]:
    other = next(one for one in LANGUAGES if one != language)
    return {"language": language, "nonce": nonce, "other": other, "other_name": _NAMES[other]}
