"""How the states of requests and claims look, wherever they are shown: a state and an icon, beside the word."""

from __future__ import annotations

from app.domain.records import ClaimStatus, RequestStatus
from app.ui.theme import State

REQUEST_LOOKS: dict[RequestStatus, tuple[State, str]] = {
    RequestStatus.NEW: ("info", "circle-dot"),
    RequestStatus.CALL_BACK_PLANNED: ("info", "calendar-clock"),
    RequestStatus.IN_PROGRESS: ("warning", "headset"),
    RequestStatus.WAITING_FOR_CUSTOMER: ("neutral", "hourglass"),
    RequestStatus.RESOLVED: ("ok", "circle-check"),
    RequestStatus.CLOSED: ("neutral", "lock"),
}

CLAIM_LOOKS: dict[ClaimStatus, tuple[State, str]] = {
    ClaimStatus.DECLARED: ("info", "circle-dot"),
    ClaimStatus.WAITING_FOR_DOCUMENTS: ("warning", "file-x"),
    ClaimStatus.IN_HAND: ("info", "handshake"),
    ClaimStatus.REPAIRED: ("ok", "wrench"),
    ClaimStatus.REPLACED: ("ok", "package-check"),
    ClaimStatus.REFUSED: ("neutral", "circle-x"),
    ClaimStatus.WITHDRAWN: ("neutral", "undo-2"),
}
