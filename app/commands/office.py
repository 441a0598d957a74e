"""`site` and `person`: the places and the people of the office."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.commands.base import Answer, Call
from app.commands.output import table
from app.commands.parsing import Parser, action, actions
from app.domain.errors import InputError
from app.domain.records import HolidayZone, label
from app.domain.text import msg, tr

if TYPE_CHECKING:
    from app.services import Services

SITE_FIELDS = ("name", "address", "postal_code", "city", "phone", "holiday_zone")
PERSON_FIELDS = ("name", "email", "site_id", "active")


def register(name: str, parser: Parser) -> None:
    """The actions of `site` or of `person`."""
    group = actions(parser)
    if name == "site":
        _site_actions(group)
    else:
        _person_actions(group)


def _site_actions(group: Any) -> None:
    action(group, "list", tr("tous les sites"), _sites)
    adding = action(group, "add", tr("ajouter un site"), _add_site)
    adding.add_argument("name", metavar="NAME", help=tr("le nom du site"))
    for option in SITE_FIELDS[1:-1]:
        adding.add_argument(f"--{option.replace('_', '-')}", dest=option, metavar="VALUE", default="", help=option)
    adding.add_argument(
        "--zone",
        dest="holiday_zone",
        metavar="ZONE",
        default="mainland",
        help=tr("jours fériés\u00a0: {names}", names=", ".join(HolidayZone)),
    )
    setting = action(group, "set", tr("changer un champ d’un site"), _set_site)
    setting.add_argument("site", metavar="SITE", help=tr("le nom ou l’identifiant du site"))
    setting.add_argument("field", metavar="FIELD", help=tr("un de {names}", names=", ".join(SITE_FIELDS)))
    setting.add_argument("value", metavar="VALUE", help=tr("la nouvelle valeur\u202f; vide pour effacer"))


def _person_actions(group: Any) -> None:
    action(group, "list", tr("tous les collaborateurs"), _people)
    adding = action(group, "add", tr("ajouter un collaborateur"), _add_person)
    adding.add_argument("name", metavar="NAME", help=tr("le nom de la personne"))
    adding.add_argument("--email", metavar="ADDRESS", default="", help=tr("son adresse e-mail"))
    adding.add_argument("--site", metavar="SITE", help=tr("le nom ou l’identifiant de son site"))
    setting = action(group, "set", tr("changer un champ d’un collaborateur"), _set_person)
    setting.add_argument("person", metavar="PERSON", help=tr("le nom ou l’identifiant de la personne"))
    setting.add_argument("field", metavar="FIELD", help=tr("un de {names}", names="name, email, site, active"))
    setting.add_argument("value", metavar="VALUE", help=tr("la nouvelle valeur\u202f; vide pour effacer"))


def site_named(services: Services, wanted: str | None, field: str = "site") -> UUID | None:
    """The site of that name or id; `None` for none.

    Raises:
        InputError: there is no such site; some that exist are named.
    """
    if not wanted:
        return None
    sites = services.office.sites()
    found = [site.id for site in sites if wanted in (site.name, str(site.id))]
    if not found and not sites:
        raise InputError(field, wanted, msg("rien\u00a0: aucun site n’est enregistré"))
    if not found:
        raise InputError(field, wanted, msg("un de {names}", names=", ".join(site.name for site in sites[:12])))
    return found[0]


def person_named(services: Services, wanted: str) -> UUID:
    """The person of that name or id.

    Raises:
        InputError: there is nobody of that name, or there are several.
    """
    people = services.office.people()
    found = [person for person in people if wanted in (person.name, str(person.id))]
    if not found:
        raise InputError("person", wanted, msg("un de {names}", names=", ".join(person.name for person in people[:12]) or "–"))
    if len(found) > 1:
        raise InputError("person", wanted, msg("un identifiant, car plusieurs personnes portent ce nom"))
    return found[0].id


def _sites(call: Call) -> Answer:
    with call.services(write=False) as services:
        sites = services.office.sites()
    document = {"sites": [{"id": site.id, **{name: getattr(site, name) for name in SITE_FIELDS}} for site in sites]}
    rows = [(site.name, site.city, site.phone, label(site.holiday_zone)) for site in sites]
    return Answer(document, table((tr("Site"), tr("Ville"), tr("Téléphone"), tr("Jours fériés")), rows))


def _add_site(call: Call) -> Answer:
    with call.services(write=True) as services:
        site_id = services.office.add_site({name: getattr(call.given, name) for name in SITE_FIELDS})
    return Answer({"id": site_id}, [tr("Site ajouté\u00a0: {id}", id=site_id)])


def _set_site(call: Call) -> Answer:
    with call.services(write=True) as services:
        site_id = site_named(services, call.given.site)
        if site_id is None:
            raise InputError("site", "", msg("le nom ou l’identifiant d’un site"))
        services.office.change_site(site_id, {call.given.field: call.given.value})
    return Answer({"id": site_id}, [tr("Enregistré.")])


def _people(call: Call) -> Answer:
    with call.services(write=False) as services:
        people = services.office.people()
    document = {
        "people": [
            {
                "id": person.id,
                "name": person.name,
                "email": person.email,
                "site": person.site_name,
                "active": person.active,
                "equipment": person.equipment_count,
            }
            for person in people
        ]
    }
    rows = [(person.name, person.site_name, person.email, person.equipment_count) for person in people]
    return Answer(document, table((tr("Nom"), tr("Site"), tr("E-mail"), tr("Matériels")), rows, right=(3,)))


def _add_person(call: Call) -> Answer:
    given = call.given
    with call.services(write=True) as services:
        person_id = services.office.add_person({"name": given.name, "email": given.email, "site_id": site_named(services, given.site)})
    return Answer({"id": person_id}, [tr("Collaborateur ajouté\u00a0: {id}", id=person_id)])


def _set_person(call: Call) -> Answer:
    field, value = call.given.field, call.given.value
    with call.services(write=True) as services:
        person_id = person_named(services, call.given.person)
        change = {"site_id": site_named(services, value)} if field in ("site", "site_id") else {field: value}
        services.office.change_person(person_id, change)
    return Answer({"id": person_id}, [tr("Enregistré.")])
