from __future__ import annotations

from datetime import date

from app.domain.records import HolidayZone
from app.domain.timeline import Mark, MarkKind, Segment, SegmentKind, mark_label, segment_label, timeline
from tests.unit.domain.contract_terms import CLEAQ, COMMOWN, GESTICLEAN, terms


def test_a_tacit_contract_shows_its_past_its_term_and_the_next() -> None:
    drawn = timeline(terms(GESTICLEAN, "2020-01-31"), date(2026, 3, 1), HolidayZone.MAINLAND)
    assert drawn.segments == (
        Segment(SegmentKind.COMMITMENT, date(2020, 1, 31), date(2021, 1, 30)),
        Segment(SegmentKind.PAST_RENEWALS, date(2021, 1, 31), date(2026, 1, 30)),
        Segment(SegmentKind.RENEWAL, date(2026, 1, 31), date(2027, 1, 30), current=True),
        Segment(SegmentKind.NEXT_RENEWAL, date(2027, 1, 31), date(2028, 1, 30)),
    )
    assert drawn.notice is None
    assert drawn.continues
    assert drawn.marks[-3:] == (
        Mark(MarkKind.SEND_BY_POST, date(2027, 1, 27)),
        Mark(MarkKind.SEND_BY_EMAIL, date(2027, 1, 29)),
        Mark(MarkKind.DEADLINE, date(2027, 1, 30)),
    )


def test_an_open_ended_contract_shows_its_notice_before_and_after_the_commitment() -> None:
    contract = terms(COMMOWN, "2025-03-10")
    before, after = timeline(contract, date(2026, 1, 1)), timeline(contract, date(2026, 6, 1))
    assert before.notice == Segment(SegmentKind.NOTICE, date(2026, 2, 23), date(2026, 3, 9))
    assert after.notice == Segment(SegmentKind.NOTICE, date(2026, 6, 1), date(2026, 6, 16), current=True)
    assert after.segments[-1] == Segment(SegmentKind.OPEN_ENDED, date(2026, 3, 10), date(2027, 6, 1), current=True)
    assert MarkKind.DEADLINE not in {mark.kind for mark in after.marks}


def test_a_rental_ends() -> None:
    drawn = timeline(terms(CLEAQ, "2026-01-15"), date(2026, 6, 1), HolidayZone.MAINLAND)
    assert drawn.segments == (Segment(SegmentKind.COMMITMENT, date(2026, 1, 15), date(2029, 1, 14), current=True),)
    assert (drawn.notice, drawn.continues) == (None, False)


def test_every_segment_and_mark_has_a_name() -> None:
    names = [str(segment_label(kind)) for kind in SegmentKind] + [str(mark_label(kind)) for kind in MarkKind]
    assert all(names)
