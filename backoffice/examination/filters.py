"""The filters of the queue, as they stand in an address."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from litestar import Request

from domain.kernel.actor import Operator
from domain.kernel.languages import BY_CODE
from domain.procedure.queries.deadlines_due import SOON, DueFilter
from domain.procedure.terms import Clock

PATH = "/istruttoria"
VIEWS = ("tutte", "mie", "libere", "scadenza", "visti")
NAMES = ("ufficio", "servizio", "responsabile", "entro", "termine", "lingua")


@dataclass(frozen=True)
class Asked:
    """The view, the filter, and the same as texts for addresses and fields."""

    view: str
    wanted: DueFilter
    query: Mapping[str, str]

    @property
    def filters(self) -> dict[str, str]:
        """The filters alone, without the view."""
        return {name: value for name, value in self.query.items() if name != "vista"}


def asked(request: Request[Any, Any, Any], operator: Operator, today: date) -> Asked:
    """What the address asks for; what cannot be understood is left out."""
    return understood(dict(request.query_params), operator, today)


def understood(given: Mapping[str, str], operator: Operator, today: date) -> Asked:
    """The same from a filter that was kept."""
    view = given.get("vista", "tutte")
    view = view if view in VIEWS else "tutte"
    wanted = DueFilter(
        until=_day(given.get("entro", "")),
        office_id=_uuid(given.get("ufficio", "")),
        responsible_id=_uuid(given.get("responsabile", "")),
        clock=next((one for one in Clock if one.value == given.get("termine")), None),
        service_id=_uuid(given.get("servizio", "")),
        language=given.get("lingua") if given.get("lingua") in BY_CODE else None,
    )
    texts = {
        "vista": view,
        "ufficio": str(wanted.office_id or ""),
        "servizio": str(wanted.service_id or ""),
        "responsabile": str(wanted.responsible_id or ""),
        "entro": wanted.until.isoformat() if wanted.until else "",
        "termine": wanted.clock.value if wanted.clock else "",
        "lingua": wanted.language or "",
    }
    return Asked(view, _in_view(view, wanted, operator, today), {key: value for key, value in texts.items() if value})


def _in_view(view: str, wanted: DueFilter, operator: Operator, today: date) -> DueFilter:
    match view:
        case "mie":
            return replace(wanted, responsible_id=operator.operator_id)
        case "libere":
            return replace(wanted, is_free=True)
        case "scadenza":
            soon = today + SOON
            return replace(wanted, until=min(wanted.until, soon) if wanted.until else soon)
        case "visti":
            return replace(wanted, waits_for_visa=True)
        case _:
            return wanted


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
