"""An office lets another ente of the ambito read a person's record, for some days and a reason."""

from datetime import date
from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel, StringConstraints
from sqlalchemy.dialects.postgresql import Range
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid, NotAllowed
from domain.kernel.text import _
from domain.platform.tables import Days, days
from domain.platform.work import UnitOfWork
from domain.registry.events import RecordShared
from domain.registry.model.sharing import Sharing
from domain.registry.permissions import may_share
from domain.registry.queries.people import person_on_record
from domain.registry.refusals import NotToBeShared, PeriodReversed, SharedAlready


class ShareRecord(BaseModel):
    """Whose record, with which ente, why, on what legal ground, and until when (``ends_on`` included)."""

    person_id: UUID
    to_ente_id: UUID
    purpose: Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=500)]
    legal_ground: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=300)]
    starts_on: date
    ends_on: date


async def share_record(work: UnitOfWork, operator: Operator, command: ShareRecord) -> UUID:
    """Card and desk facts can be read there, nothing changed, until the midnight after the last day. Give back its id.

    Refuses NotAllowed without a role for cases, NotFound for who does not keep the record, NotToBeShared for people
    under protection and for enti that are no other member of the ambito, PeriodReversed, SharedAlready, and Invalid
    for a last day that has passed.
    """
    if not may_share(operator):
        raise NotAllowed
    known = await person_on_record(work, operator, command.person_id)
    others = [one for one in operator.family[1:] if one != known.ente_id]
    if known.is_protected or command.to_ente_id not in others:
        raise NotToBeShared
    if command.ends_on < command.starts_on:
        raise PeriodReversed
    if command.ends_on < work.today:
        raise Invalid({"ends_on": _("Questo giorno è già passato.")})
    held = days(command.starts_on, command.ends_on)
    if await _is_shared(work, command, held):
        raise SharedAlready
    sharing = Sharing(
        ente_id=known.ente_id,
        held_during=held,
        granted_by_id=operator.operator_id,
        office_id=operator.office_id,
        created_at=work.now,
        **command.model_dump(exclude={"starts_on", "ends_on"}),
    )
    work.session.add(sharing)
    await work.record(
        RecordShared(ente_id=known.ente_id, sharing_id=sharing.id, person_id=known.id, to_ente_id=command.to_ente_id)
    )
    return sharing.id


async def _is_shared(work: UnitOfWork, command: ShareRecord, held: "Range[date]") -> bool:
    wanted = select(Sharing.id).where(
        col(Sharing.person_id) == command.person_id,
        col(Sharing.to_ente_id) == command.to_ente_id,
        col(Sharing.ended_at).is_(None),
        col(Sharing.held_during).op("&&")(sa.cast(sa.literal(held, Days), Days)),
    )
    return (await work.session.exec(wanted.limit(1))).first() is not None
