"""What is believed of somebody in a household, for some days, takes the place of what was believed of them."""

from uuid import UUID

from domain.kernel.actor import Actor
from domain.platform.work import UnitOfWork
from domain.registry.model.household import Household, HouseholdMember
from domain.registry.model.known import Origin, make_room, moment_after
from domain.registry.queries.households.members import believed_members
from domain.registry.rules.members import MemberFacts
from domain.registry.rules.timelines import Stretch


async def believe_member(
    work: UnitOfWork,
    actor: Actor,
    household: Household,
    person_id: UUID,
    facts: MemberFacts | None,
    stretch: Stretch,
    origin: Origin,
    *,
    instead_of: HouseholdMember | None = None,
) -> None:
    """Believe ``facts`` for the days of ``stretch``; with None, that the person is not a member on those days.

    What was believed of them stays readable as it was. ``instead_of`` is a row that was wrong: all of it is dropped.
    The caller has locked the person and decided that it may be written.
    """
    former = await believed_members(work, actor, household.id, person_id=person_id)
    at = moment_after(former, work.now)
    if instead_of is not None:
        instead_of.drop(at, origin)
    pieces = make_room(former, stretch, at, origin)
    await work.session.flush()  # what is not believed any more gives way before anything takes its place
    work.session.add_all(pieces)
    if facts is not None:
        work.session.add(HouseholdMember.of(household, person_id, facts, stretch, at, origin))
    await work.session.flush()  # the next question must see it
