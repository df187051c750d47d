"""What was written of somebody without a record was wrong."""

from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col, select

from domain.kernel.actor import Actor
from domain.kernel.refusals import NotAllowed
from domain.platform.work import UnitOfWork
from domain.registry.model.known import Origin, moment_after
from domain.registry.model.relation import Outsider, Relation
from domain.registry.permissions import may_draw_families
from domain.registry.queries.relations.rows import believed, between_known, outsider
from domain.registry.refusals import ChangedMeanwhile
from domain.registry.rules.outsiders import OutsiderFacts
from domain.registry.terms import FactSource


class CorrectOutsider(OutsiderFacts):
    """What is right, and why it was wrong."""

    outsider_id: UUID
    source: FactSource = FactSource.PERSON
    reason: str = Field(min_length=3, max_length=300)


async def correct_outsider(work: UnitOfWork, actor: Actor, command: CorrectOutsider) -> UUID:
    """Somebody new takes over the place and the relations; the old one stays readable as it was. Give back the id.

    Refuses NotAllowed, NotFound, and ChangedMeanwhile when a colleague has done it already.
    """
    if not may_draw_families(actor):
        raise NotAllowed
    wrong = await outsider(work, actor, command.outsider_id)
    if not wrong.is_believed:
        raise ChangedMeanwhile
    named = sa.or_(col(Relation.outsider_id) == wrong.id, col(Relation.other_outsider_id) == wrong.id)
    statement = select(Relation).where(named, believed(col(Relation.known_during), None), between_known(actor))
    relations = (await work.session.exec(statement.with_for_update())).all()
    at = moment_after([wrong, *relations], work.now)
    origin = Origin.of(actor, command.source, command.reason)
    facts = OutsiderFacts.model_validate(command.model_dump(include=set(OutsiderFacts.model_fields)))
    right = Outsider.of(wrong.ente_id, wrong.person_id, facts, at, origin)
    work.session.add(right)
    pieces = [relation.piece(relation.stretch, at) for relation in relations]
    for one in (wrong, *relations):
        one.drop(at, origin)
    await work.session.flush()  # what is not believed any more gives way before anything takes its place
    for piece in pieces:
        piece.follow(wrong.id, right.id)
    work.session.add_all(pieces)
    await work.session.flush()  # the next question must see it
    return right.id
