"""How long a contract binds, how it goes on, and how it is left: the part of an offer that dates are computed from.

The values come from an offer file and are frozen into the contract at signature; `app.domain.terms` applies them.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from app.domain.errors import InputError
from app.domain.records import EquipmentKind, Renewal
from app.domain.text import Text, msg

MAX_MONTHS = 240
Months = Annotated[int, Field(strict=True, ge=1, le=MAX_MONTHS)]
Days = Annotated[int, Field(strict=True, ge=0, le=730)]


class DeviceTerm(BaseModel):
    """The commitment of one kind of device, where an offer binds kinds of devices for different times.

    Attributes:
        commitment_months: the usual commitment, in months.
        allowed_months: the other commitments that can be asked for, in months.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    commitment_months: Months
    allowed_months: tuple[Months, ...] = ()


class TermRules(BaseModel):
    """The rules of duration, renewal, notice and billing of one offer.

    Attributes:
        commitment_months: the usual commitment, in months.
        allowed_months: the other commitments that can be asked for; none means that the usual one is the only one.
        months_from_quote: the quote states the commitment, so any number of months up to 240 can be asked for.
        by_device: commitments of kinds of devices that differ from the usual one.
        renewal: what happens when the commitment is over.
        renewal_months: length of each renewal; given exactly when the renewal is tacit.
        notice_days: days of notice; 0 where the offer states none.
        notice_counts_from: whether a notice is dated by the day it is received or the day it is sent.
        billing_anchor: whether a billing period starts on the contract's day of the month or on the first of the month.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    commitment_months: Months
    allowed_months: tuple[Months, ...] = ()
    months_from_quote: bool = False
    by_device: dict[EquipmentKind, DeviceTerm] = Field(default_factory=dict)
    renewal: Renewal
    renewal_months: Months | None = None
    notice_days: Days = 0
    notice_counts_from: Literal["receipt", "dispatch"] = "receipt"
    billing_anchor: Literal["contract_start", "calendar_month"] = "contract_start"

    @model_validator(mode="after")
    def _renewal_is_complete(self) -> Self:
        if self.renewal is Renewal.TACIT and self.renewal_months is None:
            raise ValueError('renewal_months is required when renewal = "tacit"')
        if self.renewal is not Renewal.TACIT and self.renewal_months is not None:
            raise ValueError('renewal_months is allowed only when renewal = "tacit"')
        return self

    def months_allowed(self, device_kind: EquipmentKind | None = None) -> tuple[int, ...]:
        """Every commitment that can be chosen for `device_kind`, in months: the usual one first, then the others upwards."""
        device = self.by_device.get(device_kind) if device_kind is not None else None
        source = device or self
        others = sorted(set(source.allowed_months) - {source.commitment_months})
        return (source.commitment_months, *others)

    def months_for(self, device_kind: EquipmentKind | None = None, asked: int | None = None) -> int:
        """The commitment, in months, of a contract on `device_kind`: the one `asked` for, or else the usual one.

        Raises:
            InputError: `asked` is not among the commitments of the offer.
        """
        allowed = self.months_allowed(device_kind)
        if asked is None:
            return allowed[0]
        if self.months_from_quote and device_kind not in self.by_device:
            if not 1 <= asked <= MAX_MONTHS:
                raise InputError("months", asked, msg("le nombre de mois du devis, de 1 à {most}", most=MAX_MONTHS))
        elif asked not in allowed:
            raise InputError("months", asked, _months_text(allowed))
        return asked


def _months_text(allowed: tuple[int, ...]) -> Text:
    if len(allowed) == 1:
        return msg("{months} mois (seule durée de cette offre)", months=allowed[0])
    *first, last = sorted(allowed)
    return msg("{first} ou {last} mois", first=", ".join(map(str, first)), last=last)
