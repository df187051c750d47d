"""The addresses of the pages of agendas, and who may come to them."""

from datetime import date, datetime
from urllib.parse import urlencode
from uuid import UUID

from domain.kernel.clock import ROME
from domain.kernel.roles import ADMIN_ROLES, DESK_ROLES, Role

PATH = "/agende"
AGENDA = "/agende/{agenda_id:uuid}"
READING = (*DESK_ROLES, *ADMIN_ROLES)
KEEPING = (Role.OFFICE_HEAD, *ADMIN_ROLES)
FIRST_YEAR, LAST_YEAR = 2000, 2200


def agenda_path(agenda_id: UUID, rest: str = "") -> str:
    """The page of an agenda, or one below it."""
    return f"{PATH}/{agenda_id}{rest}"


def day_path(office_id: UUID, day: date) -> str:
    """Who is expected in an office on a day."""
    return f"/appuntamenti?ufficio={office_id}&giorno={day.isoformat()}"


def booking_path(agenda_id: UUID, starts_at: datetime) -> str:
    """Booking for somebody, with a free time of an agenda chosen already."""
    at = starts_at.astimezone(ROME)
    asked = {"agenda": str(agenda_id), "dal": at.date().isoformat(), "alle": at.isoformat()}
    return f"/appuntamenti/nuovo?{urlencode(asked)}"


def asked_day(text: str) -> date | None:
    """The day that an address asks for; None for what is no day, or so far away that nobody means it."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None
