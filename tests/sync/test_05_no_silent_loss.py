"""Invariant 5. Every value a user entered is current, superseded by a later edit, or in a conflict or refusal the user can see."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.records import RequestStatus
from app.store import sync_queries
from app.sync.wire import READ_PUSHED, read_message
from tests.sync_deeds import (
    add,
    all_meet,
    delete,
    edit,
    known,
    mutation,
    person_values,
    push_body,
    request_values,
    restore,
    seen,
    site_values,
    waiting,
)
from tests.sync_lab import LabDevice, LabServer

Computer = Callable[[LabServer], LabDevice]
ROW, OTHER = "0f000000-0000-4000-8000-000000000001", "0f000000-0000-4000-8000-000000000002"


def test_05_no_silent_loss_the_late_value_of_a_field_is_set_aside(server: LabServer, computer: Computer) -> None:
    first, late = computer(server), computer(server)
    row = add(first, "person", name="Rose", email="rose@example.org")
    all_meet([first, late])
    edit(first, "person", row, name="Rosa")
    edit(late, "person", row, name="Rosie", email="rosie@example.org")
    all_meet([first, late])
    assert known(server, "person", row, "name") == "Rosa"  # the server's stays: a days-old edit never wins by arriving late
    assert known(server, "person", row, "email") == "rosie@example.org"  # the other field merged
    assert late.inbox() == [("field", "name", "Rosie", "Rosa")]
    assert first.inbox() == []
    assert first.rows() == late.rows() == server.rows()


def test_05_no_silent_loss_nor_of_whose_value_it_is_when_what_was_sent_is_forgotten(server: LabServer, computer: Computer) -> None:
    first, late = computer(server), computer(server)
    row = add(first, "person", name="Rose")
    all_meet([first, late])
    edit(first, "person", row, name="Rosa")
    edit(late, "person", row, name="Rosie")
    written = late.clock.now()
    all_meet([first, late])
    with late.store.writing() as unit:
        sync_queries.forget_exchange(unit.session.connection())
    with late.store.reading() as session:
        (conflict,) = sync_queries.conflicts(session)[1]
        assert conflict.mine_by == late.store.actor and conflict.mine_at is not None and conflict.mine_at <= written <= conflict.found_at


def test_05_no_silent_loss_also_when_the_other_value_came_in_before_ours_went_out(server: LabServer, computer: Computer) -> None:
    """A pull brings theirs below our pending change; the conflict must still settle on theirs."""
    first, late = computer(server), computer(server)
    row = add(first, "person", name="Rose")
    all_meet([first, late])
    edit(first, "person", row, name="Rosa")
    first.sync()
    # The push finds nothing to send; the user writes while the pull is under way, which then brings the other value.
    late.network.meanwhile = lambda: edit(late, "person", row, name="Rosie") if not waiting(late) else None
    late.sync()
    late.network.meanwhile = lambda: None
    assert seen(late, "person", row, "name") == "Rosie"
    late.sync()
    assert late.inbox() == [("field", "name", "Rosie", "Rosa")]
    assert seen(late, "person", row, "name") == "Rosa"
    assert late.rows() == server.rows()


def test_05_no_silent_loss_two_values_that_were_set_aside_one_after_the_other_both_wait(server: LabServer, computer: Computer) -> None:
    """The second was written over theirs, so it says nothing about the first."""
    first, late = computer(server), computer(server)
    row = add(first, "person", name="Rose")
    all_meet([first, late])
    for mine, theirs in (("Rosie", "Rosa"), ("Rosine", "Rosalie")):
        edit(first, "person", row, name=theirs)
        edit(late, "person", row, name=mine)
        all_meet([first, late])
    assert late.inbox() == [("field", "name", "Rosie", "Rosa"), ("field", "name", "Rosine", "Rosalie")]


def test_05_no_silent_loss_only_the_last_of_several_values_written_before_the_answer_is_asked_about(
    server: LabServer, computer: Computer
) -> None:
    first, late = computer(server), computer(server)
    row = add(first, "person", name="Rose", email="rose@example.org")
    all_meet([first, late])
    edit(first, "person", row, name="Rosa", email="rosa@example.org")
    first.sync()
    edit(late, "person", row, name="Rosie", email="rosie@example.org")
    edit(late, "person", row, name="Rosine")
    report = late.sync()
    assert late.inbox() == [("field", "email", "rosie@example.org", "rosa@example.org"), ("field", "name", "Rosine", "Rosa")]
    assert report.conflicts == 2


def test_05_no_silent_loss_a_second_edit_over_an_own_pending_one_never_hides_what_came_in_below(
    server: LabServer, computer: Computer
) -> None:
    """The user sees the own pending value, not the one that came in: the second edit was not made over theirs."""
    first, late = computer(server), computer(server)
    row = add(first, "person", name="Rose")
    all_meet([first, late])
    edit(first, "person", row, name="Rosa")
    first.sync()
    late.network.meanwhile = lambda: edit(late, "person", row, name="Rosie") if not waiting(late) else None
    late.sync()
    late.network.meanwhile = lambda: None
    edit(late, "person", row, name="Rosine")
    late.sync()
    assert known(server, "person", row, "name") == "Rosa"
    assert late.inbox() == [("field", "name", "Rosine", "Rosa")]


def test_05_no_silent_loss_values_of_one_field_of_several_records_are_all_asked_about(server: LabServer, computer: Computer) -> None:
    first, late = computer(server), computer(server)
    rows = [add(first, "person", name=f"Rose {number}") for number in range(3)]
    all_meet([first, late])
    for number, row in enumerate(rows):
        edit(first, "person", row, name="Rosa")
        edit(late, "person", row, name=f"Rosie {number}")
    all_meet([first, late])
    assert sorted(late.inbox()) == [("field", "name", f"Rosie {number}", "Rosa") for number in range(3)]


def test_05_no_silent_loss_a_number_that_was_set_aside_is_not_taken(server: LabServer) -> None:
    server.staff([mutation(1, "put", "support_request", ROW, values=request_values("D26-A-0001"))])
    device = server.new_device().device
    late = mutation(1, "patch", "support_request", ROW, 0, values={"number": "D26-A-0002"})
    new = mutation(2, "put", "support_request", OTHER, values=request_values("D26-A-0002"))
    answer = read_message(READ_PUSHED, server.push(device, push_body(server, device, 0, late, new)))
    assert [result.status for result in answer.results] == ["conflict", "ok"]


def test_05_no_silent_loss_a_deletion_over_an_own_pending_value_never_hides_what_came_in_below(
    server: LabServer, computer: Computer
) -> None:
    first, late = computer(server), computer(server)
    row = add(first, "person", name="Rose")
    all_meet([first, late])
    edit(first, "person", row, name="Rosa")
    first.sync()
    late.network.meanwhile = lambda: edit(late, "person", row, name="Rosie") if not waiting(late) else None
    late.sync()
    late.network.meanwhile = lambda: None
    delete(late, "person", row)
    late.sync()
    assert known(server, "person", row, "name") == "Rosa"
    assert [entry[0] for entry in late.inbox()] == ["field", "kept"]
    assert late.rows() == server.rows()


def test_05_no_silent_loss_an_edit_of_a_deleted_row_is_kept_with_the_choice_to_restore(server: LabServer, computer: Computer) -> None:
    first, late = computer(server), computer(server)
    row = add(first, "person", name="Rose")
    all_meet([first, late])
    delete(first, "person", row)
    edit(late, "person", row, name="Rosie")
    all_meet([first, late])
    assert late.inbox() == [("deleted", "", {"name": "Rosie"}, None)]
    assert late.rows() == first.rows() == {}


def test_05_no_silent_loss_a_deletion_gives_way_to_work_it_had_not_seen(server: LabServer, computer: Computer) -> None:
    first, late = computer(server), computer(server)
    row = add(first, "person", name="Rose")
    all_meet([first, late])
    edit(first, "person", row, name="Rosa")
    delete(late, "person", row)
    all_meet([first, late])
    assert [entry[0] for entry in late.inbox()] == ["kept"]
    assert seen(late, "person", row, "name") == seen(first, "person", row, "name") == "Rosa"


def test_05_no_silent_loss_a_deletion_that_gives_way_shows_the_record_again_at_once(server: LabServer, computer: Computer) -> None:
    """Their work had come in below the deletion already, and does not come once more."""
    first, late = computer(server), computer(server)
    row = add(first, "person", name="Rose")
    all_meet([first, late])
    edit(first, "person", row, name="Rosa")
    first.sync()
    late.network.meanwhile = lambda: delete(late, "person", row) if not waiting(late) else None
    late.sync()
    late.network.meanwhile = lambda: None
    assert seen(late, "person", row, "name") is None
    late.sync()
    assert [entry[0] for entry in late.inbox()] == ["kept"]
    assert seen(late, "person", row, "name") == "Rosa"
    assert late.rows() == server.rows()


def test_05_no_silent_loss_a_deletion_that_saw_nothing_gives_way_to_who_made_the_row(server: LabServer) -> None:
    server.staff([mutation(1, "put", "site", ROW, values=site_values())])
    device = server.new_device().device
    answer = read_message(READ_PUSHED, server.push(device, push_body(server, device, 0, mutation(1, "delete", "site", ROW))))
    assert [result.status for result in answer.results] == ["conflict"]
    assert ("site", ROW) in server.rows()


def test_05_no_silent_loss_a_record_whose_deletion_is_refused_is_shown_again(server: LabServer, computer: Computer) -> None:
    one = computer(server)
    server.staff([mutation(1, "put", "bridge_day", ROW, provider_id="x", day="2026-11-27", label="Pont")])
    one.sync()
    delete(one, "bridge_day", ROW)
    one.sync()
    assert [(kind, mine) for kind, _, mine, _ in one.inbox()] == [("refused", {})]
    assert seen(one, "bridge_day", ROW, "label") == "Pont"
    assert one.rows() == server.rows()


def test_05_no_silent_loss_a_change_of_another_type_touches_no_record(server: LabServer) -> None:
    server.staff([mutation(1, "put", "site", ROW, values=site_values(name="Nord"))])
    before = server.rows()
    for op in ("put", "patch", "delete"):
        (result,) = server.staff([mutation(2, op, "person", ROW, 2**40, values={} if op == "delete" else person_values())])
        assert result.reason is not None and result.reason.code == "wrong_type"
    assert server.rows() == before


def test_05_no_silent_loss_a_refused_value_waits_with_its_reason(server: LabServer, computer: Computer) -> None:
    one = computer(server)
    row = add(one, "support_request", subject="Panne", status=RequestStatus.RESOLVED, resolved_at=one.clock.now())
    one.sync()
    base = server.info(one.network.device).head
    server.staff(
        [
            mutation(
                1, "patch", "support_request", row, base, status="closed", closed_at=str(server.rows()["support_request", row]["opened_at"])
            )
        ]
    )
    edit(one, "support_request", row, status=RequestStatus.IN_PROGRESS)
    one.sync()
    assert [(kind, mine) for kind, _, mine, _ in one.inbox()] == [("refused", {"status": "in_progress"})]
    assert seen(one, "support_request", row, "status") == "closed"
    assert one.rows() == server.rows()


def test_05_no_silent_loss_restored_rows_come_back_everywhere(server: LabServer, computer: Computer) -> None:
    first, other = computer(server), computer(server)
    row = add(first, "person", name="Rose")
    all_meet([first, other])
    delete(first, "person", row)
    all_meet([first, other])
    assert other.rows() == {}
    restore(other, "person", row)
    all_meet([other, first])
    assert first.rows() == other.rows() == server.rows() != {}


def test_05_no_silent_loss_who_has_seen_the_other_value_may_replace_it(server: LabServer, computer: Computer) -> None:
    first, other = computer(server), computer(server)
    row = add(first, "person", name="Rose")
    all_meet([first, other])
    edit(first, "person", row, name="Rosa")
    all_meet([first, other])
    edit(other, "person", row, name="Rosie")
    all_meet([other, first])
    assert first.inbox() == other.inbox() == []
    assert known(server, "person", row, "name") == "Rosie"
