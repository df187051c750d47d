"""The opening hours of an office are written anew."""

from datetime import time
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel, Field
from sqlmodel import col

from domain.kernel.actor import Actor
from domain.kernel.refusals import Invalid
from domain.kernel.text import Text, _
from domain.organization.model.office import OpeningHours
from domain.organization.queries.administered import administered_office
from domain.organization.rules.opening_hours import Stretch, backward, overlapping
from domain.platform.work import UnitOfWork


class SetOpeningHours(BaseModel):
    """The whole week of ``office_id``: what is not in it is closed."""

    class Hours(BaseModel):
        """From ``opening_time`` to ``closing_time`` on a weekday, 0 = Monday."""

        weekday: int = Field(ge=0, le=6)
        opening_time: time
        closing_time: time

    office_id: UUID
    hours: tuple[Hours, ...] = Field(default=(), max_length=28)


async def set_opening_hours(work: UnitOfWork, actor: Actor, command: SetOpeningHours) -> None:
    """Replace the week. Refuses NotFound, NotAnAdministrator, and Invalid beside the hours that are wrong or overlap.

    The field of the third stretch is ``hours.2.closing_time`` (closes before it opens) or ``hours.2.opening_time``
    (overlaps).
    """
    office = await administered_office(work, actor, command.office_id)
    stretches = [Stretch(hours.weekday, hours.opening_time, hours.closing_time) for hours in command.hours]
    if wrong := _wrong(stretches):
        raise Invalid(wrong)
    await work.session.exec(sa.delete(OpeningHours).where(col(OpeningHours.office_id) == office.id))
    work.session.add_all(
        OpeningHours(
            ente_id=office.ente_id,
            office_id=office.id,
            weekday=stretch.weekday,
            opening_time=stretch.opening_time,
            closing_time=stretch.closing_time,
        )
        for stretch in stretches
    )


def _wrong(stretches: list[Stretch]) -> dict[str, Text]:
    early = {
        f"hours.{index}.closing_time": _("L'ora di chiusura viene dopo quella di apertura.")
        for index in backward(stretches)
    }
    twice = {
        f"hours.{index}.opening_time": _(
            "In questo orario l'ufficio è già aperto. Controlla le altre righe del giorno."
        )
        for index in overlapping(stretches)
    }
    return early or twice
