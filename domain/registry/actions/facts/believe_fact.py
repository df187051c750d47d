"""A value takes the place of what was believed of a person for some days."""

from domain.platform.work import UnitOfWork
from domain.registry.actions.facts.follow_facts import follow_facts
from domain.registry.model.fact import Fact
from domain.registry.model.known import Origin, make_room, moment_after
from domain.registry.model.person import Person
from domain.registry.queries.facts.believed import believed
from domain.registry.rules.facts.value import FactValue
from domain.registry.rules.timelines import Stretch


async def believe_fact(
    work: UnitOfWork,
    known: Person,
    value: FactValue,
    stretch: Stretch,
    origin: Origin,
    *,
    instead_of: Fact | None = None,
) -> Fact:
    """Believe ``value`` for the days of ``stretch``; what was believed of them stays readable as it was.

    What is believed already is not written again. ``instead_of`` is a fact that was wrong: all of it is dropped.
    ``known`` is locked by the caller, who has decided that it may be written. The person of today follows.
    """
    former = await believed(work, known.id, value.kind, value.key)
    says = value.model_dump(mode="json")
    already = next((one for one in former if one.value == says and one.stretch.covers(stretch)), None)
    if already is not None and instead_of is None:
        return already
    at = moment_after([*former, *([instead_of] if instead_of else [])], work.now)
    if instead_of is not None:
        instead_of.drop(at, origin)
    pieces = make_room(former, stretch, at, origin)
    await work.session.flush()  # what is not believed any more gives way before anything takes its place
    fact = Fact.of(known, value, stretch, at, origin)
    work.session.add_all([*pieces, fact])
    await work.session.flush()  # the person of today is read from the facts
    await follow_facts(work, known, value.kind)
    return fact
