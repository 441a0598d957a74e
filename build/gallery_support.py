"""Assistance in pictures: the queue, a new request, claims, ratings, statistics, the technician's card."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QDialog

from app.domain.records import Urgency
from app.domain.text import Text, msg
from app.ui.tour import Tour


class Assistance:
    """Steps for a gallery of the demo office. Each leaves its dialogs open: the gallery closes them."""

    def __init__(self, tour: Tour) -> None:
        self._tour = tour
        self._walker = tour.walker

    def steps(self) -> list[tuple[Text, Callable[[], None]]]:
        """What there is to do."""
        queue = (self._queue, self._new_request, self._services, self._appointment, self._start_work, self._pages)
        others = (self._claim, self._rating, self._session, self._card)
        return [(msg("Assistance"), step) for step in queue + others] + [(msg("Sauvegardes"), self._backups)]

    def _see(self, name: str) -> None:
        self._tour.see(name, msg("Assistance"))

    def _screen(self) -> Any:
        self._tour.go("support")
        return self._tour.screen()

    def _dialog(self) -> Any:
        return self._walker.dialog(QDialog)

    def _thread(self) -> Any:
        screen = self._screen()
        screen.show_page("queue")
        page = screen.page("queue")
        self._walker.wait_until(lambda: page.thread_.detail is not None, msg("une demande choisie"))
        self._walker.settle()
        return page

    def _queue(self) -> None:
        self._thread()
        self._tour.wait_for_opening()
        self._see("support-queue")

    def _new_request(self) -> None:
        self._screen().ask_for_help()
        dialog = self._dialog()
        self._see("support-new")
        dialog.urgency.tiles[Urgency.BLOCKED].click()
        self._walker.settle()
        self._see("support-new-covered")
        dialog.abandon()

    def _services(self) -> None:
        self._screen().ask_for_service()
        self._dialog()
        self._see("support-service")

    def _appointment(self) -> None:
        thread = self._thread().thread_
        thread.do.plan(thread.detail)
        self._dialog()
        self._see("support-appointment")

    def _start_work(self) -> None:
        thread = self._thread().thread_
        thread.do.start(thread.detail)
        self._dialog()
        self._see("support-intervention")

    def _pages(self) -> None:
        screen = self._screen()
        for page in ("all", "appointments", "claims", "statistics"):
            screen.show_page(page)
            self._walker.settle()
            if page == "statistics":
                self._walker.wait_until(lambda: _drawn(screen.page("statistics")), msg("les statistiques"))
            self._see(f"support-{page}")

    def _claim(self) -> None:
        from app.ui.support.claim_assistant import open_claim

        screen = self._screen()
        open_claim(screen.context, screen)
        self._dialog()
        self._see("support-claim")

    def _rating(self) -> None:
        from app.domain.values.support import RequestQuery
        from app.ui.support.rating import RatingDialog

        screen = self._screen()
        services = screen.context.services
        rows = services.support.page(RequestQuery(), 0, 50).rows
        row = next(one for one in rows if one.rating is None and one.closed_at is not None)
        RatingDialog(screen.context, row, screen, lambda: None).open()
        self._see("support-rating")

    def _backups(self) -> None:
        self._tour.go("backups")
        self._walker.settle()
        self._see("backups")

    def _session(self) -> None:
        from app.ui.technician.start_dialog import open_start

        screen = self._screen()
        open_start(screen.context, screen)
        self._dialog()
        self._see("technician-start")

    def _card(self) -> None:
        from app.ui.technician.card import open_card

        self._tour.go("equipment")
        screen = self._tour.screen()
        self._walker.click_row(screen.table.view, 0)
        self._walker.settle()
        open_card(screen.context, screen, equipment_id=screen.table.current_id)
        self._dialog()
        self._see("technician-card")


def _drawn(page: Any) -> bool:
    """Whether both pictures are there."""
    content = page.content
    cards = () if content is None else (content.ratings, content.waits)
    return bool(cards) and not content.busy and all(card is not None and card.chart is not None for card in cards)
