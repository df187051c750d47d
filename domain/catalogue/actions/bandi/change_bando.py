"""Write what a bando says, and while nobody reads it, from when to when it is open."""

from datetime import date, datetime, time
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from domain.catalogue.model.bando import Bando
from domain.catalogue.queries.bandi.bando_sheet import bando_to_change
from domain.catalogue.rules.bandi.content import BandoContent
from domain.catalogue.rules.bandi.states import instant_in_italy
from domain.catalogue.terms.bandi import BandoStatus
from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.platform.localised import Localised
from domain.platform.work import UnitOfWork

Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
Written = Annotated[str, StringConstraints(strip_whitespace=True, max_length=4000)]
NO_SUCH_HOUR = _("Questa ora quel giorno non c'è: si cambia l'ora legale. Scegline un'altra.")


class ChangeBando(BaseModel):
    """Its words; ``documents`` one a line, in Italian. Days and hours by the clock of Italy, heard only of a draft."""

    bando_id: UUID
    seen_revision: int
    title: Localised
    summary: Localised | None = None
    requirements: Localised | None = None
    contacts: Localised | None = None
    documents: Written = ""
    act: Line = ""
    appeal: Written = ""
    office_id: UUID | None = None
    is_late_accepted: bool = False
    opens_on: date | None = None
    opens_hour: time = time(9)
    closes_on: date | None = None
    closes_hour: time = time(12)


async def change_bando(work: UnitOfWork, operator: Operator, command: ChangeBando) -> None:
    """Keep it; of a published one it counts only from its rectification on.

    Refuses NotFound, NotYoursToPublish, BandoDraftChanged, BandoNotUnderWay, Invalid for hours that cannot be.
    """
    bando = await bando_to_change(work, operator, command.bando_id)
    bando.saved(seen_revision=command.seen_revision, at=work.now, by_id=operator.operator_id)
    bando.content = _content(command, bando.written).as_kept()
    bando.office_id = command.office_id
    if bando.status is BandoStatus.DRAFT:
        opens_at, closes_at = _instants(command)
        if opens_at and closes_at and opens_at >= closes_at:
            raise Invalid({"closes_on": _("La chiusura deve venire dopo l'apertura.")})
        _set_period(bando, opens_at, closes_at)


def _set_period(bando: Bando, opens_at: datetime | None, closes_at: datetime | None) -> None:
    bando.opens_at, bando.closes_at = opens_at, closes_at


def _instants(command: ChangeBando) -> tuple[datetime | None, datetime | None]:
    found: dict[str, datetime | None] = {}
    given = (("opens_on", command.opens_on, command.opens_hour), ("closes_on", command.closes_on, command.closes_hour))
    for name, day, hour in given:
        try:
            found[name] = instant_in_italy(day, hour, is_end=name == "closes_on") if day else None
        except ValueError as refused:
            raise Invalid({name: NO_SUCH_HOUR}) from refused
    return found["opens_on"], found["closes_on"]


def _content(command: ChangeBando, was: BandoContent) -> BandoContent:
    known = {one.in_("it"): one for one in was.documents}
    lines = [line.strip() for line in command.documents.splitlines() if line.strip()]
    return BandoContent(
        title=command.title,
        summary=command.summary,
        requirements=command.requirements,
        contacts=command.contacts,
        documents=tuple(known.get(line, Localised({"it": line})) for line in lines),
        act=command.act,
        appeal=command.appeal,
        criteria=was.criteria,
        is_late_accepted=command.is_late_accepted,
    )
