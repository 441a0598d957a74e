"""Which contract answers for a request, whether it pays, what is said of that, and whose prices count otherwise.

The shop's computers and the server read the contracts from records of their own, and judge them here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.eligibility import Condition
from app.domain.errors import RuleError
from app.domain.managed_services import ServiceDecision, unlimited_support
from app.domain.offers import unreadable_contract
from app.domain.pricing import off_contract_price
from app.domain.records import RUNNING, ContractStatus, OfferKind, RequestKind, ResignationStatus, label
from app.domain.text import Text, msg
from app.domain.visits import covered_headline

if TYPE_CHECKING:
    from app.domain.offer_model import Offer

_HALF_HOUR = 30


@dataclass(frozen=True)
class Letter:
    """How far the resignation of a contract has come, and the day on which the contract ends by it."""

    status: ResignationStatus
    effective_date: date


@dataclass(frozen=True)
class KeptContract:
    """A contract as it is judged here. What is much to read is read when the rule comes to it.

    Attributes:
        site_id: none: for the whole office.
        linked_id: of the contract that it is tied to.
        letter: the resignation under way or done.
        offer: as the contract froze it; none where this program cannot read it.
        deleted: it is not there any more; a request may still name it.
    """

    id: str
    number: str
    kind: OfferKind
    status: ContractStatus
    start: date
    site_id: str | None
    linked_id: str | None
    letter: Callable[[], Letter | None]
    offer: Callable[[], Offer | None]
    deleted: bool = False

    def runs_on(self, day: date) -> bool:
        """Whether it binds the provider on `day`: it runs, has begun, and no resignation that has left ended it before."""
        if self.status not in RUNNING or self.start > day or self.deleted:
            return False
        letter = self.letter()
        return letter is None or letter.status is ResignationStatus.TO_SEND or letter.effective_date >= day


@dataclass(frozen=True)
class Known:
    """What is known where a request is judged.

    Attributes:
        day: of Paris, on which it was made.
        service: the managed service that is asked for; empty for help.
        on_machine: it is about a machine.
        named: the contract that it names.
        own: the machine's contract.
        running: the contracts that run, by number: those of the site and of none, or all where nobody knows the site.
        judge: how the service stands under a managed contract, whose offer is given too.
    """

    day: date
    service: str
    on_machine: bool
    named: KeptContract | None
    own: KeptContract | None
    running: Callable[[], Iterable[KeptContract]]
    judge: Callable[[KeptContract, Offer], ServiceDecision]


@dataclass(frozen=True)
class Finding:
    """One contract looked at: whether it pays (none: nobody knows), and why. One that is `silent` does not speak of help at all."""

    covered: bool | None
    step: Text
    contract: KeptContract | None = None
    conditions: tuple[Condition, ...] = ()
    more: tuple[Text, ...] = ()
    silent: bool = False


def decide(known: Known) -> tuple[tuple[Text, ...], Finding]:
    """What was found on the way, and the contract that decides.

    The machine's own contract comes first; then the managed IT tied to it; then the office's software support. A service is looked for
    in the managed contracts.
    """
    steps: list[Text] = []
    last: Finding | None = None
    for finding in _findings(known):
        steps += [finding.step, *finding.more]
        if finding.covered is True:
            return tuple(steps), finding
        # Where no contract pays, the answer is the first that is not a plain no, or else the first no, or else a contract's silence.
        if finding.contract is not None and (last is None or last.silent or (last.covered is False and finding.covered is None)):
            last = last if last is not None and finding.silent else finding
    if last is not None:
        return tuple(steps), last
    none = Finding(False, msg("Aucun contrat en cours ne couvre cette demande."))
    return (*steps, none.step), none


def headline(kind: RequestKind, service: str, found: Finding, half_hour: Decimal | None) -> Text:
    """What is said first of a request's cover, and kept as its note; `half_hour` as `half_hour_price` gives it."""
    if kind is RequestKind.QUOTE:
        return msg("Demande de devis\u00a0: rien n’est commandé, le prestataire répond par un prix.")
    number = found.contract.number if found.contract is not None else ""
    if found.covered is not False:
        return covered_headline(found.covered is True, number)
    if service:
        return msg("Pas dans votre contrat\u00a0: peut partir comme demande de devis")
    if half_hour is None:
        return msg("Hors contrat\u00a0: le prix est à demander au prestataire")
    return msg("Hors contrat\u00a0: {price}\u00a0HT par demi-heure commencée", price=half_hour)


def service_not_due(conditions: Iterable[Condition], steps: Sequence[Text]) -> RuleError:
    """The refusal of a service that no contract gives a right to; it names the reasons.

    Args:
        conditions: of the service, where it has any.
        steps: what `decide` found on the way.
    """
    failing = [condition for condition in conditions if condition.met is False]
    whys = [condition.why for condition in failing] or list(steps[:1])
    reasons = whys[0]
    for why in whys[1:]:
        reasons = msg("{first} {then}", first=reasons, then=why)
    if failing and failing[0].id != "service":  # otherwise the reasons themselves say that it is not in the contract
        reasons = msg("Cette prestation n’est pas due\u00a0: {reasons}", reasons=reasons)
    return RuleError(msg("{reasons} Vous pouvez l’envoyer comme demande de devis.", reasons=reasons))


def rates_of(support: Iterable[KeptContract], today: Callable[[], Mapping[str, Offer]]) -> Offer | None:
    """The offer whose prices count without a contract: that of the office's newest software support, else the only one that has prices.

    Args:
        support: every contract of software support, by number; those that run come before the others.
        today: the offers of today.
    """
    for contract in sorted(support, key=lambda each: (each.status in RUNNING, each.start), reverse=True):
        offer = contract.offer()
        if offer is not None and offer.off_contract is not None:
            return offer
    known = [offer for offer in today().values() if offer.off_contract is not None]
    return known[0] if len(known) == 1 else None


def half_hour_price(rates: Offer | None) -> Decimal | None:
    """What half an hour of help costs without a contract, excluding tax; none where no offer gives a price."""
    return off_contract_price(rates, _HALF_HOUR).value if rates is not None else None


def _findings(known: Known) -> Iterator[Finding]:
    own, day = known.own, known.day
    if known.service:
        yield from _service_findings(known)
        return
    if known.named is not None:
        yield _help_of(known.named, day)
        return
    if own is not None:
        yield _help_of(own, day)
    running = [contract for contract in known.running() if contract.runs_on(day)]
    # A contract of the very site comes before one of the whole office.
    running.sort(key=lambda each: each.site_id is None)
    others = [contract for contract in running if own is None or contract.id != own.id]
    for contract in others:
        if contract.kind is OfferKind.MANAGED_IT and own is not None and contract.linked_id == own.id:
            yield _help_of(contract, day)
    for contract in others:
        if contract.kind is OfferKind.SOFTWARE_SUPPORT:
            yield _help_of(contract, day)
    if not known.on_machine:
        for contract in running:
            if contract.kind is OfferKind.MANAGED_IT:
                yield _help_of(contract, day)


def _service_findings(known: Known) -> Iterator[Finding]:
    own, named = known.own, known.named
    managed = [each for each in ([named] if named is not None else known.running()) if each.kind is OfferKind.MANAGED_IT]
    managed.sort(key=lambda each: (own is None or each.linked_id != own.id, each.site_id is None))
    for contract in managed:
        if not contract.runs_on(known.day):
            yield _not_running(contract)
        elif (offer := contract.offer()) is None:
            yield _unreadable(contract)
        else:
            decision = known.judge(contract, offer)
            yield Finding(decision.due, decision.why.steps[0], contract, decision.conditions, decision.why.steps[1:])
    if named is not None and not managed:
        step = msg("Le contrat {number} ne comporte pas de prestations d’infogérance.", number=named.number)
        yield Finding(False, step, named)


def _help_of(contract: KeptContract, day: date) -> Finding:
    """What one contract says of a request for help."""
    if not contract.runs_on(day):
        return _not_running(contract)
    offer = contract.offer()
    if offer is None:
        return _unreadable(contract)
    name, number = offer.name.text, contract.number
    match contract.kind:
        case OfferKind.SOFTWARE_SUPPORT:
            return Finding(True, msg("Le contrat {number} comprend l’assistance ({offer}).", number=number, offer=name), contract)
        case OfferKind.RENTAL:
            breakdown = offer.rental.cover_of("breakdown") if offer.rental is not None else None
            if offer.support is not None or (breakdown is not None and breakdown.covered):
                step = msg("La location {number} comprend l’assistance en cas de panne ({offer}).", number=number, offer=name)
                return Finding(True, step, contract)
            step = msg("La location {number} ne dit rien de l’assistance ({offer}).", number=number, offer=name)
            return Finding(None, step, contract, silent=True)
        case OfferKind.MANAGED_IT:
            due = unlimited_support(offer)
            return Finding(due.value, due.why.steps[0], contract, more=due.why.steps[1:] if due.value is None else ())


def _not_running(contract: KeptContract) -> Finding:
    step = msg(
        "Le contrat {number} n’est pas en cours ({status})\u00a0: il ne couvre pas la demande.",
        number=contract.number,
        status=label(contract.status),
    )
    return Finding(False, step)


def _unreadable(contract: KeptContract) -> Finding:
    return Finding(None, unreadable_contract(contract.number), contract)
