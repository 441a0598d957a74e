"""Offers: read from TOML files, checked, found by id.

An offer is data: another provider needs another file and no code. A signed contract keeps its own copy as JSON
(`Offer.frozen`, `Offer.model_dump_json`, `read_copy`), which no file can change.
Thread: each function reads at most the files it is given; safe from any thread.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from app.domain import offer_reader
from app.domain.errors import NotFoundError
from app.domain.offer_errors import OfferError, OfferProblem
from app.domain.offer_model import Offer
from app.domain.offer_reader import read_copy
from app.domain.offer_schema import Option, Tier
from app.domain.text import Text, msg

__all__ = [
    "Offer",
    "OfferError",
    "OfferProblem",
    "Option",
    "Tier",
    "check_offer",
    "find_offer",
    "load_offer",
    "load_offers",
    "parse_offer",
    "read_copy",
    "read_offers",
    "unreadable_contract",
]


def parse_offer(text: str, name: str) -> Offer:
    """The offer written in `text`.

    Args:
        text: TOML.
        name: what errors call it, usually the file's name.

    Raises:
        OfferError: it is not a right offer; every problem is in the error.
    """
    offer, problems = offer_reader.read_text(text, name)
    if offer is None:
        raise OfferError(problems)
    return offer


def load_offer(path: Path) -> Offer:
    """The offer in the file at `path`.

    Raises:
        OfferError: the file cannot be read or is not a right offer; every problem is in the error.
    """
    offer, problems = offer_reader.read_file(path)
    if offer is None:
        raise OfferError(problems)
    return offer


def check_offer(path: Path) -> list[OfferProblem]:
    """Everything that is wrong in the offer file at `path`, in the order of its lines; empty when all is well."""
    return offer_reader.read_file(path)[1]


def read_offers(folder: Path) -> tuple[dict[str, Offer], list[OfferProblem]]:
    """The offers of the `.toml` files in `folder` that are right, by id, and the problems of the others.

    One broken file does not take the other offers away.
    """
    if not folder.is_dir():
        return {}, [OfferProblem(folder.name, None, "", "", msg("un dossier d’offres lisible"))]
    offers: dict[str, Offer] = {}
    problems: list[OfferProblem] = []
    for path in sorted(folder.glob("*.toml")):
        offer, found = offer_reader.read_file(path)
        problems += found
        if offer is None:
            continue
        if offer.id in offers:
            problems.append(OfferProblem(path.name, None, "id", offer.id, msg("un identifiant qu’aucun autre fichier ne porte")))
        else:
            offers[offer.id] = offer
    return offers, problems


def load_offers(folder: Path) -> dict[str, Offer]:
    """The offers of the `.toml` files in `folder`, by id.

    Raises:
        OfferError: the folder or a file cannot be read, a file is not a right offer, or two files carry one id.
    """
    offers, problems = read_offers(folder)
    if problems:
        raise OfferError(problems)
    return offers


def find_offer(offers: Mapping[str, Offer], offer_id: str) -> Offer:
    """The offer of that id.

    Raises:
        NotFoundError: there is none; the message names those there are.
    """
    try:
        return offers[offer_id]
    except KeyError:
        known = ", ".join(sorted(offers)) or "–"
        raise NotFoundError(
            msg("Offre «\u00a0{offer}\u00a0» inconnue. Offres connues\u00a0: {known}", offer=offer_id, known=known)
        ) from None


def unreadable_contract(number: str) -> Text:
    """What is said of a contract whose copy of its offer, or whose lines, this program cannot read."""
    return msg(
        "Le contrat {number} est incomplet, ou vient d’une version plus récente de Parclair\u00a0: ses dates et ses prix manquent"
        " ici. Ils reviendront dès que le contrat sera complet ou que Parclair sera à jour.",
        number=number,
    )
