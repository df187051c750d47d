"""A relation takes the place of what was believed of two people for some days."""

from collections.abc import Sequence
from uuid import UUID

from domain.platform.work import UnitOfWork
from domain.registry.model.known import Origin, make_room, moment_after
from domain.registry.model.relation import End, Relation
from domain.registry.rules.timelines import Stretch
from domain.registry.terms.relations import RelationKind


async def believe_relation(
    work: UnitOfWork,
    former: Sequence[Relation],
    ends: tuple[End, End],
    kind: RelationKind,
    ente_id: UUID,
    stretch: Stretch,
    origin: Origin,
    *,
    instead_of: Relation | None = None,
) -> Relation:
    """Believe that ``ends`` are ``kind`` for the days of ``stretch``; what was believed stays readable as it was.

    ``former`` is what is believed of the two, of the same aspect; ``instead_of`` was wrong: all of it is dropped.
    The caller has decided that it may be written.
    """
    at = moment_after(former, work.now)
    if instead_of is not None:
        instead_of.drop(at, origin)
    pieces = make_room(former, stretch, at, origin)
    await work.session.flush()  # what is not believed any more gives way before anything takes its place
    relation = Relation.between(ends, kind, ente_id, stretch, at, origin)
    work.session.add_all([*pieces, relation])
    await work.session.flush()  # the next question must see it
    return relation
