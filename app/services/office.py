"""The office's own record, its sites and its people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from app.domain import identifiers
from app.domain.eligibility import Eligibility, rental_eligibility
from app.domain.errors import NotFoundError, RuleError
from app.domain.offer_text import counted, listed
from app.domain.records import HolidayZone
from app.domain.text import Text, msg
from app.domain.values import office as values
from app.services.context import ServiceContext
from app.services.fields import FieldSpec, choice_field, count_field, flag_field, optional, parse_fields, text_field
from app.store import office_queries, sync_queries
from app.store.folding import fold
from app.store.tables import Organisation, Person, Site
from app.store.unit_of_work import Session

ORGANISATION_FIELDS: dict[str, FieldSpec] = {
    "name": FieldSpec(msg("Raison sociale"), text_field(300, required=True)),
    "legal_form": FieldSpec(msg("Forme juridique"), text_field(80)),
    "siren": FieldSpec(msg("SIREN"), optional(identifiers.parse_siren)),
    "siret": FieldSpec(msg("SIRET"), optional(identifiers.parse_siret)),
    "vat_number": FieldSpec(msg("N° de TVA"), optional(identifiers.parse_vat_number)),
    "address": FieldSpec(msg("Adresse"), text_field(500, lines=True)),
    "postal_code": FieldSpec(msg("Code postal"), optional(identifiers.parse_postal_code)),
    "city": FieldSpec(msg("Ville"), text_field(120)),
    "phone": FieldSpec(msg("Téléphone"), optional(identifiers.parse_phone)),
    "email": FieldSpec(msg("E-mail"), optional(identifiers.parse_email)),
    "iban": FieldSpec(msg("IBAN"), optional(identifiers.parse_iban)),
    "bic": FieldSpec(msg("BIC"), optional(identifiers.parse_bic)),
    "headcount": FieldSpec(msg("Effectif"), count_field),
    "micro_enterprise": FieldSpec(msg("Micro-entreprise"), flag_field),
    "representative": FieldSpec(msg("Représentant"), text_field(200)),
}

SITE_FIELDS: dict[str, FieldSpec] = {
    "name": FieldSpec(msg("Nom"), text_field(200, required=True)),
    "address": FieldSpec(msg("Adresse"), text_field(500, lines=True)),
    "postal_code": FieldSpec(msg("Code postal"), optional(identifiers.parse_postal_code)),
    "city": FieldSpec(msg("Ville"), text_field(120)),
    "phone": FieldSpec(msg("Téléphone"), optional(identifiers.parse_phone)),
    "holiday_zone": FieldSpec(msg("Jours fériés"), choice_field(HolidayZone)),
}

PERSON_FIELDS: dict[str, FieldSpec] = {
    "name": FieldSpec(msg("Nom"), text_field(300, required=True)),
    "email": FieldSpec(msg("E-mail"), optional(identifiers.parse_email)),
    "site_id": FieldSpec(msg("Site"), lambda _, value: UUID(str(value)) if value else None),
    "active": FieldSpec(msg("Actif"), lambda name, value: bool(flag_field(name, value))),
}


class OfficeService:
    """Reads and changes the organisation, its sites and its people. Thread: any; each call is one unit of work."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context
        self._store = context.store

    def organisation(self) -> values.Organisation | None:
        """The office's own record, `None` before the first run is done."""
        with self._store.reading() as session:
            row = office_queries.organisation(session)
            return None if row is None else _as_organisation(row)

    def change_organisation(self, given: Mapping[str, Any]) -> values.Organisation:
        """Create or change the office's record; only the given fields change.

        Raises:
            InputError: a field or a value is refused; nothing was changed.
        """
        parsed = parse_fields(ORGANISATION_FIELDS, given)
        with self._store.writing() as unit:
            row = office_queries.organisation(unit.session)
            if row is None:
                row = Organisation(id=sync_queries.own_id(unit.session), name=parsed.get("name", ""))
                unit.session.add(row)
            siren = parsed.get("siren", row.siren)
            if siren and (parsed.get("siret") or ("siren" in parsed and row.siret)):
                identifiers.parse_siret(parsed.get("siret", row.siret), siren)
            if siren and (parsed.get("vat_number") or ("siren" in parsed and row.vat_number)):
                identifiers.parse_vat_number(parsed.get("vat_number", row.vat_number), siren)
            for name, value in parsed.items():
                setattr(row, name, value)
            unit.session.flush()
            return _as_organisation(row)

    def eligibility(self) -> Eligibility:
        """Whether the office may rent, condition by condition."""
        known = self.organisation()
        if known is None:
            return rental_eligibility("", None, "")
        return rental_eligibility(known.siren, known.micro_enterprise, known.iban)

    def sites(self) -> list[values.Site]:
        """All sites by name."""
        with self._store.reading() as session:
            return sorted((_as_site(row) for row in office_queries.sites(session)), key=lambda site: fold(site.name))

    def add_site(self, given: Mapping[str, Any]) -> UUID:
        """Add a site.

        Raises:
            InputError: a field or a value is refused.
        """
        parsed = parse_fields(SITE_FIELDS, {"name": "", **given})
        with self._store.writing() as unit:
            row = Site(**parsed)
            unit.session.add(row)
            unit.session.flush()
            return row.id

    def change_site(self, site_id: UUID, given: Mapping[str, Any]) -> None:
        """Change the given fields of a site.

        Raises:
            InputError: a field or a value is refused.
            NotFoundError: no such site.
        """
        parsed = parse_fields(SITE_FIELDS, given)
        with self._store.writing() as unit:
            row = _living(unit.session, Site, site_id)
            for name, value in parsed.items():
                setattr(row, name, value)
            if "name" in parsed:
                office_queries.rename_site_of_machines(unit.session, site_id, fold(row.name))

    def delete_site(self, site_id: UUID) -> None:
        """Delete a site that nothing stands on any more.

        Raises:
            RuleError: equipment, people or contracts that have not ended are still there.
            NotFoundError: no such site.
        """
        with self._store.writing() as unit:
            row = _living(unit.session, Site, site_id)
            standing = _standing(*office_queries.attached_to_site(unit.session, site_id))
            if standing:
                raise RuleError(
                    msg(
                        "Le site «\u00a0{name}\u00a0» ne peut pas être supprimé\u00a0: il porte encore {standing}. Déplacez d’abord le matériel et"
                        " les collaborateurs\u202f; ses contrats doivent être terminés.",
                        name=row.name,
                        standing=listed(*standing),
                    )
                )
            row.deleted_at = self._context.clock.now()

    def restore_site(self, site_id: UUID) -> None:
        """Undo a deletion.

        Raises:
            NotFoundError: no such site.
        """
        with self._store.writing() as unit:
            row = unit.session.get(Site, site_id)
            if row is None:
                raise NotFoundError(msg("Site introuvable\u00a0: {id}", id=site_id))
            row.deleted_at = None

    def people(self, *, active_only: bool = False) -> list[values.Person]:
        """Everybody by name, with how many machines each has now."""
        with self._store.reading() as session:
            having, names = office_queries.machines_by_person(session), office_queries.site_names(session)
            found = [
                values.Person(
                    row.id,
                    row.name,
                    row.email,
                    row.site_id,
                    names.get(row.site_id, "") if row.site_id else "",
                    row.active,
                    having.get(row.id, 0),
                )
                for row in office_queries.people(session, active_only=active_only)
            ]
            return sorted(found, key=lambda person: fold(person.name))

    def add_person(self, given: Mapping[str, Any]) -> UUID:
        """Add somebody.

        Raises:
            InputError: a field or a value is refused.
        """
        parsed = parse_fields(PERSON_FIELDS, {"name": "", **given})
        with self._store.writing() as unit:
            row = Person(**parsed)
            unit.session.add(row)
            unit.session.flush()
            return row.id

    def change_person(self, person_id: UUID, given: Mapping[str, Any]) -> None:
        """Change the given fields of somebody's record; a new name reaches the equipment list and search at once.

        Raises:
            InputError: a field or a value is refused.
            NotFoundError: nobody has this id.
        """
        from app.services.equipment_index import refresh

        parsed = parse_fields(PERSON_FIELDS, given)
        with self._store.writing() as unit:
            row = _living(unit.session, Person, person_id)
            for name, value in parsed.items():
                setattr(row, name, value)
            unit.session.flush()
            for machine in office_queries.machines_of(unit.session, person_id):
                refresh(unit.session, machine)


def _standing(machines: int, people: int, contracts: int) -> list[Text]:
    """What stands on a site, counted; empty when nothing does."""
    counts = (
        (machines, msg("{n}\u00a0matériel", n=machines), msg("{n}\u00a0matériels", n=machines)),
        (people, msg("{n}\u00a0collaborateur", n=people), msg("{n}\u00a0collaborateurs", n=people)),
        (contracts, msg("{n}\u00a0contrat", n=contracts), msg("{n}\u00a0contrats", n=contracts)),
    )
    return [counted(count, one, many) for count, one, many in counts if count]


def _living(session: Session, table: Any, row_id: UUID) -> Any:
    row = session.get(table, row_id)
    if row is None or row.deleted_at is not None:
        raise NotFoundError(msg("Introuvable\u00a0: {id}", id=row_id))
    return row


def _as_organisation(row: Organisation) -> values.Organisation:
    return values.Organisation(row.id, **{name: getattr(row, name) for name in ORGANISATION_FIELDS})


def _as_site(row: Site) -> values.Site:
    return values.Site(row.id, **{name: getattr(row, name) for name in SITE_FIELDS})
