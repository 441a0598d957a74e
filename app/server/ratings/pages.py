"""The words of the rating page, in French and English."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from fastapi.responses import HTMLResponse, Response

from app.domain.records import RatingValue, label
from app.domain.text import LANGUAGES, SOURCE_LANGUAGE, Text, msg
from app.server.mails.messages import about
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
_NOT_KEPT = msg("L’avis que vous venez d’envoyer n’a pas été enregistré.")
_RATED_OTHERWISE = msg("Déjà notée")
#: What is told in place of an error's own words, which are for programs.
_REFUSED: dict[int, tuple[Text, Text]] = {
    413: (
        msg("Envoi trop long"),
        msg(
            "Rien n’a été enregistré. Revenez à la page précédente et raccourcissez votre commentaire\u00a0: {n} caractères au plus.",
            n=LONGEST_COMMENT,
        ),
    ),
    429: (
        msg("Un instant, s’il vous plaît"),
        msg(
            "Trop d’envois à la fois. Rien n’a été enregistré\u00a0: attendez une minute, revenez à la page précédente et validez de nouveau."
        ),
    ),
    500: (
        msg("Un instant, s’il vous plaît"),
        msg(
            "Le service ne répond pas pour le moment. Rouvrez le lien du mail dans quelques minutes\u00a0: il dira si votre avis est enregistré."
        ),
    ),
}
_IMPOSSIBLE = (msg("Envoi non valable"), msg("Rien n’a été enregistré. Rouvrez le lien du mail et recommencez, s’il vous plaît."))


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
    return _says(_frame(language, nonce), title, body)


def not_kept(state: State, language: str, smiley: str, comment: str) -> Page:
    """The same, to somebody whose form came too late; with what they typed, for them to copy."""
    title, body = _TOLD[state]
    if state is State.RATED:
        title = _RATED_OTHERWISE
    face = label(RatingValue(smiley)).render(language) if smiley in set(RatingValue) else ""
    return _says(_alone(language), title, body, _NOT_KEPT, f"{face}\n{comment}".strip())


def refused(status: int, language: str) -> Page:
    """An error of `status` in words for a customer."""
    if status == 404:
        return told(None, language)
    title, body = _REFUSED.get(min(status, 500), _IMPOSSIBLE)
    return _says(_alone(language), title, body)


def _says(frame: dict[str, object], title: Text, body: Text, alert: Text | None = None, typed: str = "") -> Page:
    language, nonce = str(frame["language"]), str(frame["nonce"])
    words = {"title": title.render(language), "body": body.render(language), "alert": alert.render(language) if alert else ""}
    return Page(render("told.html", **frame, **words, typed=typed), nonce)


def answer(page: Page, status: int) -> Response:
    """A page as it is sent: it loads nothing, and nobody else shows it."""
    response = HTMLResponse(page.html, status)
    response.headers["Content-Security-Policy"] = (
        f"default-src 'none'; style-src 'nonce-{page.nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
    return protected(response)


def protected(response: Response) -> Response:
    """An answer that nobody else shows, finds or learns the link from."""
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["X-Frame-Options"] = "DENY"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


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


def _alone(language: str) -> dict[str, object]:
    """The frame of a page that answers to a form: another language would open the link anew, and what was typed would be gone."""
    return {**_frame(language, secrets.token_urlsafe(16)), "other": ""}
