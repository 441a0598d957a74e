"""What the dialogs offer to choose from, read in the worker before they open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from app.domain.values.office import Person
    from app.services import Services


@dataclass(frozen=True)
class Choices:
    """Sites and contracts as `(id, text)`, in the order they are offered."""

    sites: tuple[tuple[UUID, str], ...]
    contracts: tuple[tuple[UUID, str], ...]


def read_choices(services: Services) -> Choices:
    """The sites and the contracts of the office. Thread: the database worker's."""
    sites = tuple((site.id, site.name) for site in services.office.sites())
    contracts = tuple((row.id, f"{row.number} · {row.offer_name}") for row in services.contracts.rows())
    return Choices(sites, contracts)


def people_choices(people: Sequence[Person]) -> list[tuple[UUID, str]]:
    """People as `(id, text)`; two of the same name are told apart by site or e-mail."""
    times = Counter(person.name for person in people)
    found = []
    for person in people:
        apart = person.email or person.site_name
        found.append((person.id, f"{person.name} ({apart})" if times[person.name] > 1 and apart else person.name))
    return found
