"""Who joins a household leaves the earlier one of the same kind."""

from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Actor
from domain.platform.work import UnitOfWork
from domain.registry.actions.households.believe_member import believe_member
from domain.registry.model.household import Household, HouseholdMember
from domain.registry.model.known import Origin
from domain.registry.queries.households.members import SHARED_KINDS, known
from domain.registry.rules.timelines import Stretch, range_of
from domain.registry.terms import HouseholdKind


async def leave_households(
    work: UnitOfWork,
    actor: Actor,
    person_id: UUID,
    kind: HouseholdKind,
    stretch: Stretch,
    origin: Origin,
    *,
    staying_in: UUID | None = None,
) -> None:
    """On the days of ``stretch`` the person is in no household of ``kind``, but in ``staying_in`` if any.

    Relational households are left alone. The caller has locked the person and decided that it may be written.
    """
    if kind in SHARED_KINDS:
        return
    statement = (
        select(Household)
        .join(HouseholdMember, col(HouseholdMember.household_id) == col(Household.id))
        .where(col(HouseholdMember.person_id) == person_id, col(Household.kind) == kind, known(None))
        .where(col(HouseholdMember.held_during).op("&&")(range_of(stretch)))
        .distinct()
    )
    for household in (await work.session.exec(statement)).all():
        if household.id != staying_in:
            await believe_member(work, actor, household, person_id, None, stretch, origin)
