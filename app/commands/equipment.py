"""`equipment`: adding, changing, finding machines; who has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.commands.base import Answer, Call, choice_argument, count_argument, day_argument
from app.commands.office import person_named, site_named
from app.commands.output import labelled, table
from app.commands.parsing import Parser, action, actions
from app.domain.errors import InputError
from app.domain.records import EquipmentCondition, EquipmentKind, EquipmentStatus, Ownership, label
from app.domain.text import msg, tr

if TYPE_CHECKING:
    from app.domain.values.equipment import EquipmentRow

#: Every field that can be set, as the record names it; `site` and `contract` may be named without `_id`.
FIELDS = (
    "designation",
    "kind",
    "manufacturer",
    "model",
    "serial",
    "inventory_number",
    "condition",
    "ownership",
    "status",
    "site_id",
    "contract_id",
    "os_name",
    "os_version",
    "specs",
    "teamviewer_id",
    "licence_number",
    "purchase_date",
    "purchase_price",
    "warranty_end",
    "notes",
)
_SHORT = {"site": "site_id", "contract": "contract_id"}
_NEEDED = ("kind", "designation")
_MOST = 200_000


def register(_: str, parser: Parser) -> None:
    """The actions of `equipment`."""
    group = actions(parser)
    adding = action(group, "add", tr("ajouter un matériel"), _add)
    for name in FIELDS:
        option = name.removesuffix("_id") if name in _SHORT.values() else name
        flag = f"--{option.replace('_', '-')}"
        adding.add_argument(flag, dest=name, metavar="VALUE", required=name in _NEEDED, help=_hint(name))
    setting = action(group, "set", tr("changer un champ d’un matériel"), _set)
    setting.add_argument("id", metavar="ID", help=tr("l’identifiant du matériel"))
    setting.add_argument("field", metavar="FIELD", help=tr("un de {names}", names=", ".join(FIELDS)))
    setting.add_argument("value", metavar="VALUE", help=tr("la nouvelle valeur\u202f; vide pour effacer"))
    showing = action(group, "show", tr("tout ce qui est connu d’un matériel"), _show)
    showing.add_argument("id", metavar="ID", help=tr("l’identifiant du matériel"))
    _list_arguments(action(group, "list", tr("chercher dans le matériel"), _list))
    giving = action(group, "assign", tr("affecter un matériel à quelqu’un, à tout moment et sans en informer le prestataire"), _assign)
    giving.add_argument("id", metavar="ID", help=tr("l’identifiant du matériel"))
    giving.add_argument("person", metavar="PERSON", help=tr("le nom ou l’identifiant de la personne"))
    giving.add_argument("--on", metavar="DATE", help=tr("à partir de ce jour (aujourd’hui par défaut)"))
    here = action(group, "this-pc", tr("ce que ce poste dit de lui-même"), _this_pc)
    here.add_argument("--add", action="store_true", help=tr("l’ajouter au matériel, ou mettre sa fiche à jour"))
    returning = action(group, "return", tr("mettre fin à l’affectation d’un matériel"), _return)
    returning.add_argument("id", metavar="ID", help=tr("l’identifiant du matériel"))
    returning.add_argument("--on", metavar="DATE", help=tr("ce jour (aujourd’hui par défaut)"))


def _list_arguments(parser: Parser) -> None:
    parser.add_argument("--search", metavar="TEXT", default="", help=tr("des mots, sans égard aux accents ni aux majuscules"))
    parser.add_argument("--limit", metavar="N", default="100", help=tr("au plus N lignes (100 par défaut)"))
    parser.add_argument("--offset", metavar="N", default="0", help=tr("passer les N premières"))
    parser.add_argument("--kind", metavar="KIND", help=tr("un de {names}", names=", ".join(EquipmentKind)))
    parser.add_argument("--status", metavar="STATUS", help=tr("un de {names}", names=", ".join(EquipmentStatus)))
    parser.add_argument("--ownership", metavar="OWNERSHIP", help=tr("un de {names}", names=", ".join(Ownership)))
    parser.add_argument("--site", metavar="SITE", help=tr("le nom ou l’identifiant d’un site"))
    parser.add_argument("--sort", metavar="FIELD", default="designation", help=tr("trier par ce champ (designation par défaut)"))
    parser.add_argument("--descending", action="store_true", help=tr("du plus grand au plus petit"))


def _hint(name: str) -> str:
    if name == "kind":
        return tr("un de {names}", names=", ".join(EquipmentKind))
    if name == "status":
        return tr("un de {names}", names=", ".join(EquipmentStatus))
    return {
        "designation": tr("comment on l’appelle ici"),
        "manufacturer": tr("son fabricant"),
        "model": tr("son modèle, comme l’écrit le fabricant"),
        "serial": tr("son numéro de série"),
        "inventory_number": tr("son numéro d’inventaire, celui de l’étiquette"),
        "condition": tr("un de {names}", names=", ".join(EquipmentCondition)),
        "ownership": tr("un de {names}", names=", ".join(Ownership)),
        "site_id": tr("le nom ou l’identifiant d’un site"),
        "contract_id": tr("le numéro d’un contrat"),
        "os_name": tr("son système, comme Windows 11 Pro"),
        "os_version": tr("la version du système"),
        "specs": tr("sa configuration\u00a0: processeur, mémoire, disque"),
        "teamviewer_id": tr("son ID TeamViewer"),
        "licence_number": tr("le numéro de la licence GestiClean installée"),
        "purchase_date": tr("le jour de l’achat, comme 2026-11-12"),
        "purchase_price": tr("le prix d’achat en euros, comme 899,00"),
        "warranty_end": tr("le dernier jour de la garantie"),
        "notes": tr("une note"),
    }[name]


def _identifier(text: str) -> UUID:
    try:
        return UUID(text.strip())
    except ValueError:
        raise InputError("id", text, msg("l’identifiant d’un matériel, comme en donne equipment list --json")) from None


def _add(call: Call) -> Answer:
    given = {name: value for name in FIELDS if (value := getattr(call.given, name)) is not None}
    with call.services(write=True) as services:
        equipment_id = services.equipment.add(given)
    return Answer({"id": equipment_id}, [tr("Matériel ajouté\u00a0: {id}", id=equipment_id)])


def _set(call: Call) -> Answer:
    field = _SHORT.get(call.given.field, call.given.field)
    equipment_id = _identifier(call.given.id)
    with call.services(write=True) as services:
        services.equipment.change(equipment_id, {field: call.given.value})
    return Answer({"id": equipment_id}, [tr("Enregistré.")])


def _list(call: Call) -> Answer:
    from app.domain.values.equipment import EquipmentQuery

    given = call.given
    limit, offset = count_argument("limit", given.limit, 0, _MOST), count_argument("offset", given.offset, 0, _MOST)
    with call.services(write=False) as services:
        query = EquipmentQuery(
            search=given.search,
            site_id=site_named(services, given.site),
            kinds=_chosen("kind", given.kind, EquipmentKind),
            statuses=_chosen("status", given.status, EquipmentStatus),
            ownerships=_chosen("ownership", given.ownership, Ownership),
            sort=given.sort,
            descending=given.descending,
        )
        page = services.equipment.page(query, offset, limit)
    heads = (tr("Désignation"), tr("Type"), tr("Modèle"), tr("Numéro de série"), tr("État"), tr("Site"), tr("Collaborateur"))
    rows = [
        (row.designation, label(row.kind), row.model, row.serial, label(row.status), row.site_name, row.person_name) for row in page.rows
    ]
    lines = [*table(heads, rows), tr("{shown} sur {total}", shown=len(page.rows), total=page.total)]
    return Answer({"total": page.total, "equipment": [_row(row) for row in page.rows]}, lines)


def _chosen(name: str, text: str | None, choices: Any) -> frozenset[Any]:
    return frozenset() if text is None else frozenset({choices(choice_argument(name, text, list(choices)))})


def _row(row: EquipmentRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "kind": row.kind,
        "designation": row.designation,
        "serial": row.serial,
        "status": row.status,
        "manufacturer": row.manufacturer,
        "model": row.model,
        "inventory_number": row.inventory_number,
        "condition": row.condition,
        "ownership": row.ownership,
        "site": row.site_name,
        "person": row.person_name,
        "contract": row.contract_number,
        "purchase_date": row.purchase_date,
        "warranty_end": row.warranty_end,
        "updated_at": row.updated_at,
    }


def _show(call: Call) -> Answer:
    from app.services.equipment import EQUIPMENT_FIELDS

    equipment_id = _identifier(call.given.id)
    with call.services(write=False) as services:
        sheet = services.equipment.sheet(equipment_id)
        assignments = services.equipment.assignments(equipment_id)
    record: dict[str, Any] = {"id": sheet.id, **{name: getattr(sheet, name) for name in FIELDS}}
    record |= {"site": sheet.site_name, "contract": sheet.contract_number, "person": sheet.person_name}
    record["assignments"] = [{"person": entry.person_name, "from": entry.start, "to": entry.end} for entry in assignments]
    named = {**record, "site_id": sheet.site_name, "contract_id": sheet.contract_number}
    named |= {name: label(getattr(sheet, name)) for name in ("kind", "condition", "ownership", "status")}
    lines = [labelled(EQUIPMENT_FIELDS[name].label, named[name]) for name in FIELDS]
    lines.append(labelled(tr("Collaborateur"), sheet.person_name))
    for entry in assignments:
        until = tr("jusqu’au {day}", day=entry.end) if entry.end else tr("en cours")
        lines.append(tr("    · {name}, à partir du {day}, {until}", name=entry.person_name, day=entry.start, until=until))
    return Answer(record, lines)


def _assign(call: Call) -> Answer:
    from app.domain.eligibility import change_of_user

    equipment_id, day = _identifier(call.given.id), day_argument("on", call.given.on)
    with call.services(write=True) as services:
        services.equipment.assign([equipment_id], person_named(services, call.given.person), day)
        rented = services.equipment.sheet(equipment_id).ownership is Ownership.RENTED
    return Answer({"id": equipment_id}, [str(change_of_user().why.rule) if rented else tr("Enregistré.")])


def _return(call: Call) -> Answer:
    equipment_id, day = _identifier(call.given.id), day_argument("on", call.given.on)
    with call.services(write=True) as services:
        services.equipment.take_back([equipment_id], day)
    return Answer({"id": equipment_id}, [tr("Enregistré.")])


def _this_pc(call: Call) -> Answer:
    from app.domain.pc_words import FACT_TITLES, fact_lines

    with call.services(write=call.given.add) as services:
        document = services.this_pc.read()
        known = services.this_pc.find(document) if call.given.add else services.this_pc.equipment_id()
        equipment_id = services.this_pc.add(document) if call.given.add else known
    record: dict[str, Any] = {"platform": document.platform}
    lines: list[str] = []
    for name, wire in document.to_wire().items():
        if name in FACT_TITLES:
            fact = document.facts()[name]
            record[name] = {"value": wire["value"], "why": fact.why_unknown}
            lines += [labelled(FACT_TITLES[name], line) for line in fact_lines(name, fact)]
    record["id"] = equipment_id
    if call.given.add:
        text = tr("Fiche mise à jour\u00a0: {id}", id=known) if known else tr("Matériel ajouté\u00a0: {id}", id=equipment_id)
        lines.append(text)
    elif equipment_id is not None:
        lines.append(tr("Ce poste est déjà dans le matériel\u00a0: {id}", id=equipment_id))
    else:
        lines.append(tr("Ce poste n’est pas encore dans le matériel. Pour l’ajouter\u00a0: equipment this-pc --add"))
    return Answer(record, lines)
