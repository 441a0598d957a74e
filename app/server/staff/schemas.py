"""The messages of the staff API."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, AwareDatetime, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, StringConstraints
from pydantic_core import CoreSchema, core_schema

from app.domain.plain_text import has_control_characters, has_invisible_turns
from app.domain.records import ClaimStatus, InterventionKind, RequestStatus, Urgency
from app.sync.wire import Id, Message, Number

LONGEST_TEXT = 20_000
#: Types whose records staff may list.
ListedType = Literal[
    "organisation",
    "site",
    "contract",
    "contract_line",
    "equipment",
    "support_request",
    "intervention",
    "rating",
    "claim",
    "resignation",
    "document",
    "backup_option",
    "published_offer",
    "bridge_day",
]


def _in_our_time(value: datetime) -> datetime:
    if not 2000 <= value.year < 2200:
        raise ValueError("the year has to be one from 2000 to 2199")
    return value


def _day_in_our_time(value: date) -> date:
    if not 2000 <= value.year < 2200:
        raise ValueError("the year has to be one from 2000 to 2199")
    return value


@dataclass(frozen=True)
class _Plain:
    """Text as the shop's computers take it; the OpenAPI document has a pattern for it.

    Attributes:
        lines: it may have several.
    """

    lines: bool = False

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._checked, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        found = handler(schema)
        refused = (r"\u0000-\u0008\u000b\u000c\u000e-\u001f" if self.lines else r"\u0000-\u001f") + r"\u007f\u202a-\u202e\u2066-\u2069"
        found["pattern"] = rf"^[^{refused}]*" + (rf"[^{refused}\s][^{refused}]*$" if found.get("minLength") else "$")
        return found

    def _checked(self, value: str) -> str:
        if has_control_characters(value, lines=self.lines):
            raise ValueError("control characters are not possible here" + ("" if self.lines else ", nor line ends"))
        if has_invisible_turns(value):
            raise ValueError("characters that turn the direction of text are not possible here")
        return value


Moment = Annotated[AwareDatetime, AfterValidator(_in_our_time)]
Day = Annotated[date, AfterValidator(_day_in_our_time)]
#: Blanks around it are taken away.
_Trimmed = Annotated[str, StringConstraints(strip_whitespace=True)]
Prose = Annotated[_Trimmed, Field(max_length=LONGEST_TEXT), _Plain(lines=True)]
Seen = Annotated[
    Number | None,
    Field(description="The record's `seq` as you saw it: a value that somebody changed since is a conflict. None: overwrite."),
]


class _Given(Message):
    """What staff send. Unknown keys are refused: a misspelt one must not be lost in silence."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class OrganisationView(Message):
    """An organisation and how many of its requests wait."""

    id: Id
    name: str
    siren: str
    devices: int
    waiting: int


class OrganisationPage(Message):
    """Organisations by id. `next` is the cursor of the page after this one; none at the end."""

    organisations: list[OrganisationView]
    next: str | None = None


class RecordView(Message):
    """A record as it stands. `by` and `at`: who changed it last, and when. A `cover_note` is an object with its words by language."""

    id: Id
    type: str
    seq: Number
    data: dict[str, Any]
    by: str
    at: str


#: Papers as the views of a request and of a claim tell them.
Documents = Annotated[
    list[RecordView],
    Field(description="The `data` of each has `file_name`, `media_type`, `size` and `sha256`: `…/blobs/{sha256}` gives its bytes."),
]


class RecordPage(Message):
    """Records of one type, by id. `next` is the cursor of the page after this one; none at the end."""

    records: list[RecordView]
    next: str | None = None


class QueueEntry(Message):
    """A request that waits. `appointment_at` holds its time. `covered`: whether a contract pays for it; none where nobody knows yet."""

    id: Id
    number: str
    subject: str
    urgency: Urgency
    status: RequestStatus
    contact: str
    phone: str
    opened_at: str
    due_at: str | None
    appointment_at: str | None
    covered: bool | None
    seq: Number


class QueuePage(Message):
    """Requests in call-back order as of `at`; later pages of one walk through the queue keep that moment."""

    at: datetime
    requests: list[QueueEntry]
    next: str | None = None


class RequestView(Message):
    """A request with its thread, its interventions, its rating, its machine and its papers."""

    request: RecordView
    messages: list[RecordView]
    interventions: list[RecordView]
    rating: RecordView | None
    equipment: RecordView | None
    documents: Documents


class ClaimView(Message):
    """A claim with its machine and its papers."""

    claim: RecordView
    equipment: RecordView | None
    documents: Documents


class CallBack(_Given):
    """Plan a call-back: at an agreed time, or without one in the order of the queue."""

    appointment_at: Moment | None = Field(None, description="While the support of the request's contract is open; at most a year ahead.")
    minutes: Annotated[int, Field(ge=5, le=480)] = 30
    seen: Seen = None


class NewMessage(_Given):
    """A line in the thread of a request."""

    body: Annotated[_Trimmed, Field(min_length=1, max_length=LONGEST_TEXT), _Plain(lines=True)]


class NewIntervention(_Given):
    """Work on a request that begins (`ended_at` none) or is over."""

    kind: InterventionKind
    technician: Annotated[_Trimmed, Field(min_length=1, max_length=200), _Plain()] | None = Field(None, description="None: whoever asks.")
    started_at: Moment | None = Field(None, description="None: now. Not before the minute in which the request was opened.")
    ended_at: Moment | None = None
    report: Prose = ""
    teamviewer_session: Annotated[_Trimmed, Field(max_length=60), _Plain()] = ""
    covered: bool | None = Field(
        None, description="None: as the request is; of a visit under managed IT, as the contract gives a right to it."
    )


class CloseIntervention(_Given):
    """Work is over; after this it does not change."""

    report: Prose
    ended_at: Moment | None = Field(None, description="None: now; needed where the work began more than 24 hours ago.")
    covered: bool | None = Field(
        None, description="None: as the request is; of a visit under managed IT, as the contract gives a right to it."
    )


class Resolve(_Given):
    """How a request was solved; after remote or on-site work the customer is asked by mail what they think of it, in `language`."""

    resolution: Prose
    language: Literal["fr", "en"] = "fr"
    seen: Seen = None


class Resolved(Message):
    """The request as it stands, and whether a mail was queued."""

    request: RecordView
    mail_queued: bool


class ClaimDecision(_Given):
    """What the provider decided of a claim; only what is given changes."""

    covered: bool | None = None
    note: Prose | None = Field(None, description="Why it is covered or not.")
    status: ClaimStatus | None = None
    outcome_note: Prose | None = None
    replacement_equipment: Id | None = Field(
        None, description="For `replaced` alone, and needed there: the machine in stock, or lent for the claim, that takes the place."
    )
    seen: Seen = None


class ResignationConfirmation(_Given):
    """The provider confirms that a contract ends."""

    confirmed_on: Day | None = Field(None, description="None: today.")
    received_on: Day | None = Field(
        None, description="The day the letter came, where nobody has entered it or another day is known: the end is computed anew from it."
    )
    seen: Seen = None


class BackupSubscription(_Given):
    """Whether a machine's licence has the backup option."""

    equipment: Id
    licence: Annotated[_Trimmed, Field(max_length=120), _Plain()] | None = Field(None, description="None: as it is.")
    contract: Id | None = None
    subscribed: bool
    since: Day | None = Field(None, description="None: today, where the subscription changes.")


class _Published(_Given):
    organisations: Annotated[list[Id], Field(min_length=1, max_length=1000)] | None = Field(None, description="None: all.")


class OfferPublication(_Published):
    """An offer file, published to organisations. A text that was published under a version stays: a change needs a new version."""

    toml: Annotated[str, Field(min_length=1, max_length=200_000)]


class BridgeDayPublication(_Published):
    """A day on which a provider's support is closed although it is no holiday."""

    provider: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,63}$")]
    day: Day
    label: Annotated[_Trimmed, Field(max_length=200), _Plain()] = ""


class Published(Message):
    """How many organisations have it now; `changed`: how many did not have it before."""

    organisations: int
    changed: int


class DeviceView(Message):
    """A computer of an organisation."""

    id: Id
    letter: str
    name: str
    app_version: str
    created_at: str
    seen_at: str
    revoked_at: str | None


class DeviceList(Message):
    """The computers of an organisation, in the order of their letters."""

    devices: list[DeviceView]


class NewCode(Message):
    """A code, told once."""

    code: str
    expires_at: str


class OfflineCode(Message):
    """The code that an organisation's computers accept without a network, for so many seconds more."""

    code: str
    seconds: int
