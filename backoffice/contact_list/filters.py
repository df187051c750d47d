"""The filters of the contacts, as they stand in an address."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from litestar import Request

from domain.organization.queries.codes import CodeRow
from domain.reception.queries.code_words import NEEDS, needs_of_class
from domain.reception.queries.sheets.sheet_filter import SheetFilter
from domain.reception.terms.sheets import Outcome, SheetView

VIEWS = {
    "oggi": SheetView.TODAY,
    "bozze": SheetView.DRAFTS,
    "ricevute": SheetView.RECEIVED,
    "proposte": SheetView.PROPOSED,
    "tutte": SheetView.ALL,
}


@dataclass(frozen=True)
class Asked:
    """The filter, and the same as texts for addresses and fields."""

    wanted: SheetFilter
    query: Mapping[str, str]


def asked(request: Request[Any, Any, Any], codes: Mapping[str, list[CodeRow]], *, view: str = "oggi") -> Asked:
    """What the address asks for; what cannot be understood is left out."""
    given = request.query_params
    name = given.get("vista", view)
    office_id, need = _uuid(given.get("ufficio", "")), given.get("bisogno", "")[:80]
    from_on, to_on = _day(given.get("dal", "")), _day(given.get("al", ""))
    outcome = next((one for one in Outcome if one.value == given.get("esito", "")), None)
    channel = given.get("canale", "")[:80]
    wanted = SheetFilter(
        view=VIEWS.get(name, VIEWS[view]),
        office_id=office_id,
        person_id=_uuid(given.get("persona", "")),
        from_on=from_on,
        to_on=to_on,
        channel=channel,
        outcome=outcome,
        needs=tuple(needs_of_class(codes[NEEDS], need)) if need else (),
    )
    texts = {
        "vista": name if name in VIEWS else view,
        "ufficio": str(office_id or ""),
        "dal": from_on.isoformat() if from_on else "",
        "al": to_on.isoformat() if to_on else "",
        "canale": channel,
        "esito": outcome.value if outcome else "",
        "bisogno": need,
        "persona": str(wanted.person_id or ""),
    }
    return Asked(wanted, {key: value for key, value in texts.items() if value})


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
