"""A citizen says that something kept about a person is not right, and how it should be (GDPR art. 16)."""

from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel, StringConstraints
from sqlmodel import col, select

from domain.kernel.actor import Citizen
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.privacy.events import RectificationAsked
from domain.privacy.model.rectification import Rectification
from domain.privacy.refusals import TooManyRectifications
from domain.privacy.rules.answer_terms import answer_by
from domain.privacy.terms import RectificationStatus
from domain.registry.queries.facts.fact_form import fact_form
from domain.registry.queries.people import person

MOST_OPEN = 20
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=2000)]


class AskRectification(BaseModel):
    """About whom, which fact (None: only in words), what is wrong, and how it should be."""

    person_id: UUID
    fact_id: UUID | None = None
    wrong: Words
    wanted: Words


async def ask_rectification(work: UnitOfWork, citizen: Citizen, command: AskRectification) -> UUID:
    """The office of the person's ente has a month to answer (art. 12 par. 3); the id of the request.

    Refuses NotFound for somebody whom the citizen does not represent, or a fact that is not theirs to see;
    TooManyRectifications while twenty wait.
    """
    if command.person_id not in citizen.people:
        raise NotFound
    known = await person(work, citizen, command.person_id)
    fact = await fact_form(work, citizen, known.id, command.fact_id) if command.fact_id else None
    if await _waiting(work, citizen) >= MOST_OPEN:
        raise TooManyRectifications
    asked = Rectification(
        ente_id=known.ente_id,
        person_id=known.id,
        asked_by_id=citizen.person_id,
        fact_id=fact.id if fact else None,
        fact_kind=fact.kind if fact else None,
        wrong=command.wrong,
        wanted=command.wanted,
        language=known.language,
        due_on=answer_by(work.today),
        created_at=work.now,
    )
    work.session.add(asked)
    await work.record(RectificationAsked(ente_id=known.ente_id, rectification_id=asked.id, person_id=known.id))
    return asked.id


async def _waiting(work: UnitOfWork, citizen: Citizen) -> int:
    wanted = select(sa.func.count(col(Rectification.id))).where(
        col(Rectification.asked_by_id) == citizen.person_id, col(Rectification.status) == RectificationStatus.OPEN
    )
    return (await work.session.exec(wanted)).one()
