"""Closed times and who is told of them, reminders, and calendars elsewhere."""

from typing import Any

from backoffice.booking_rules.controller import BookingRulesController
from backoffice.calendars.busy import BusySourceController
from backoffice.calendars.controller import CalendarController
from backoffice.calendars.file import show_calendar
from backoffice.closings.controller import ClosingAnswerController, ClosingController
from backoffice.notice_rules.controller import NoticeRulesController

HANDLERS: tuple[Any, ...] = (
    ClosingController,
    ClosingAnswerController,
    CalendarController,
    BusySourceController,
    BookingRulesController,
    NoticeRulesController,
    show_calendar,
)
