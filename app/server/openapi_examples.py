"""Examples for the OpenAPI document, by the name of the message. A test holds each to its schema."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

_OFFICE = "018f6a4e-0000-7000-8000-000000000001"
_DEVICE = "018f6a4e-0000-7000-8000-000000000002"
_EPOCH = "018f6a4e-0000-7000-8000-000000000003"
_ROW = "018f6a4e-0000-7000-8000-000000000004"
_CHANGE = "018f6a4e-0000-7000-8000-000000000005"
_MACHINE = "018f6a4e-0000-7000-8000-000000000006"
_AT = "2026-11-22T10:00:00.000000+00:00"
_SITE = {"name": "Centre", "address": "1 rue des Lices", "postal_code": "74000", "city": "Annecy", "phone": "", "holiday_zone": "mainland"}
_RECORD = {"id": _ROW, "type": "site", "seq": 41, "data": _SITE, "by": "Camille", "at": _AT}

EXAMPLES: Mapping[str, Sequence[Any]] = MappingProxyType(
    {
        "Activation": [{"code": "K7QM-2XTD-9RVA", "device_name": "Caisse 1", "app_version": "0.1.0"}],
        "TokenRequest": [
            {"refresh_token": "Xo4W1b5Qm0nq0o0cPz3n5w8d1KJm1nQJtM2kYJ7mVxk"},
            {
                "refresh_token": "Xo4W1b5Qm0nq0o0cPz3n5w8d1KJm1nQJtM2kYJ7mVxk",
                "recovery": "p8sE0rTzVb3hQkYw6uN1cJxLd9fGa2mKi7oR5tWqZ4A",
            },
        ],
        "Push": [
            {
                "epoch": _EPOCH,
                "prev": 0,
                "mutations": [
                    {
                        "n": 1,
                        "id": _CHANGE,
                        "tx": _CHANGE,
                        "op": "put",
                        "type": "site",
                        "row": _ROW,
                        "set": _SITE,
                        "by": "Camille",
                        "at": _AT,
                    }
                ],
            }
        ],
        "Pushed": [{"last_n": 1, "results": [{"n": 1, "status": "ok", "seq": 41}]}],
        "Changes": [
            {
                "epoch": _EPOCH,
                "next": 41,
                "more": False,
                "changes": [{"seq": 41, "type": "site", "row": _ROW, "op": "put", "data": _SITE, "by": "Camille", "at": _AT}],
                "digest": {"site": {"count": 1, "total": 1444246201}},
            }
        ],
        "Problem": [{"type": "about:blank", "title": "there is no such request", "status": 404, "detail": "", "code": "not_found"}],
        "TechnicianCode": [{"code": "4821 9037"}],
        "TechnicianAdmitted": [{"technician": "Camille Rey", "offline": False}],
        "TechnicianSecret": [{"secret": "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", "digits": 6, "seconds": 30, "window": 1}],
        "OrganisationPage": [
            {
                "organisations": [{"id": _OFFICE, "name": "Pressing des Tilleuls", "siren": "552100554", "devices": 3, "waiting": 2}],
                "next": None,
            }
        ],
        "RecordPage": [{"records": [_RECORD], "next": None}],
        "QueuePage": [
            {
                "at": _AT,
                "requests": [
                    {
                        "id": _ROW,
                        "number": "D26-A-0041",
                        "subject": "La caisse n’imprime plus",
                        "urgency": "blocked",
                        "status": "new",
                        "contact": "Camille",
                        "phone": "04 50 00 00 00",
                        "opened_at": _AT,
                        "due_at": None,
                        "appointment_at": None,
                        "covered": True,
                        "seq": 41,
                    }
                ],
                "next": None,
            }
        ],
        "CallBack": [{"appointment_at": "2026-11-23T09:30:00+01:00", "minutes": 30}, {"appointment_at": None}],
        "NewMessage": [{"body": "Nous rappelons à 9 h 30."}],
        "NewIntervention": [
            {"kind": "remote", "teamviewer_session": "s12-345-678"},
            {
                "kind": "on_site",
                "started_at": "2026-11-22T09:00:00+01:00",
                "ended_at": "2026-11-22T09:45:00+01:00",
                "report": "Imprimante remplacée.",
            },
        ],
        "CloseIntervention": [{"report": "Pilote réinstallé."}],
        "Resolve": [{"resolution": "Le pilote de l’imprimante a été réinstallé.", "language": "fr"}],
        "ClaimDecision": [{"covered": True, "note": "Casse couverte.", "status": "in_hand"}],
        "ResignationConfirmation": [{"confirmed_on": "2026-11-22", "received_on": "2026-11-20"}],
        "BackupSubscription": [{"equipment": _MACHINE, "licence": "GC-1042", "subscribed": True, "since": "2026-12-01"}],
        "OfferPublication": [{"toml": 'id = "gesticlean-support"\nversion = 2\n', "organisations": [_OFFICE]}],
        "BridgeDayPublication": [{"provider": "inforum", "day": "2027-05-07", "label": "Pont de l’Ascension", "organisations": None}],
        "Published": [{"organisations": 12, "changed": 12}],
        "DeviceList": [
            {
                "devices": [
                    {
                        "id": _DEVICE,
                        "letter": "A",
                        "name": "Caisse 1",
                        "app_version": "0.1.0",
                        "created_at": _AT,
                        "seen_at": _AT,
                        "revoked_at": None,
                    }
                ]
            }
        ],
        "NewCode": [{"code": "48219037", "expires_at": _AT}],
        "OfflineCode": [{"code": "482190", "seconds": 17}],
    }
)
