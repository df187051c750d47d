"""Give people more time to apply."""

from datetime import date, time
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from domain.catalogue.actions.bandi.change_bando import NO_SUCH_HOUR
from domain.catalogue.queries.bandi.bando_sheet import bando_to_change, content_in_force
from domain.catalogue.refusals import BandoPeriodWrong
from domain.catalogue.rules.bandi.states import instant_in_italy
from domain.catalogue.terms.bandi import BandoChange
from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid
from domain.platform.work import UnitOfWork


class ExtendBando(BaseModel):
    """The new last day and hour, by the clock of Italy, and the note that everybody reads."""

    bando_id: UUID
    closes_on: date
    closes_hour: time
    note: Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=2000)]


async def extend_bando(work: UnitOfWork, operator: Operator, command: ExtendBando) -> None:
    """It closes later, also when it has closed already; what it says stays.

    Refuses NotFound, NotYoursToPublish, BandoNotUnderWay, BandoPeriodWrong for an hour that is not later or is past.
    """
    bando = await bando_to_change(work, operator, command.bando_id)
    try:
        until = instant_in_italy(command.closes_on, command.closes_hour, is_end=True)
    except ValueError as refused:
        raise Invalid({"closes_on": NO_SUCH_HOUR}) from refused
    if until <= work.now:
        raise BandoPeriodWrong
    content = await content_in_force(work, bando)
    bando.extend(until)
    work.session.add(bando.version(BandoChange.EXTENDED, command.note, content, operator.operator_id))
