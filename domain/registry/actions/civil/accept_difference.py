"""An operator takes over what the civil registry says."""

from datetime import timedelta
from typing import Annotated, Any
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field

from domain.kernel.actor import Operator
from domain.kernel.languages import SOURCE
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.platform.language import say
from domain.platform.work import UnitOfWork, as_the_program
from domain.registry.actions.civil.settle_household import SettleHousehold, settle_household
from domain.registry.actions.facts.correct_fact import CorrectFact, correct_fact
from domain.registry.actions.facts.record_fact import RecordFact, record_fact
from domain.registry.events import DifferenceAccepted
from domain.registry.model.difference import Difference
from domain.registry.model.fact import Fact
from domain.registry.model.person import Person
from domain.registry.queries.civil.difference_to_decide import difference_to_decide
from domain.registry.queries.civil.held import FACTS, fact_today, held_of, source_today
from domain.registry.rules.civil.differences import Held, needs_reason
from domain.registry.rules.civil.record import CivilAddress
from domain.registry.terms import FactSource
from domain.registry.terms.civil import DifferenceKind, DifferenceStatus

SHORTEST_REASON = 10
_REASON_NEEDED = _("Questo dato è protetto, oppure viene da un documento. Scrivi perché lo cambi.")
_AS_THE_REGISTRY_SAYS = _("Come dice l'anagrafe")


class AcceptDifference(BaseModel):
    """Which difference; why, where what we hold is protected or was seen on paper."""

    difference_id: UUID
    reason: Annotated[str, AfterValidator(str.strip), Field(max_length=300)] = ""


async def accept_difference(work: UnitOfWork, operator: Operator, command: AcceptDifference) -> bool:
    """Record what the registry says; what was believed before stays readable. Give back False, changing nothing else,
    when what we hold has changed since the difference was found: it is closed, as there is nothing to decide.

    Refuses NotFound, DifferenceDecided, and Invalid where a reason is needed.
    """
    found, known = await difference_to_decide(work, operator, command.difference_id)
    if not await _still_differs(work, found, known):
        found.pass_over(work.now)
        return False
    source = await source_today(work, known.id, found.kind)
    is_careful = needs_reason(found.kind, is_protected=known.is_protected, source=source)
    if is_careful and len(command.reason) < SHORTEST_REASON:
        raise Invalid({"reason": _REASON_NEEDED})
    if not await _take_over(work, operator, found, known, command.reason):
        found.pass_over(work.now)
        return False
    found.decide(DifferenceStatus.ACCEPTED, operator.operator_id, work.now, command.reason)
    await work.record(
        DifferenceAccepted(
            ente_id=found.ente_id,
            difference_id=found.id,
            person_id=known.id,
            kind=found.kind,
            operator_id=operator.operator_id,
        )
    )
    return True


async def _still_differs(work: UnitOfWork, found: Difference, known: Person) -> bool:
    """Whether we hold what we held when the difference was found."""
    async with as_the_program(work, "compare with the civil registry") as system:
        held = await held_of(work, system, known)
    return _held(found, held) == found.held


def _held(found: Difference, held: Held) -> dict[str, Any]:
    match found.kind:
        case DifferenceKind.DEATH:
            return {"died_on": held.died_on.isoformat()} if held.died_on else {}
        case DifferenceKind.RESIDENCE:
            return {name: held.residence.get(name, "") for name in found.told} if held.residence else {}
        case DifferenceKind.HOUSEHOLD:
            return held.members_kept
        case DifferenceKind.IDENTITY:
            ours = getattr(held, found.name)
            return {found.name: ours.isoformat() if hasattr(ours, "isoformat") else ours}


async def _take_over(work: UnitOfWork, operator: Operator, found: Difference, known: Person, reason: str) -> bool:
    if found.kind is DifferenceKind.HOUSEHOLD:
        starts_on = min(found.starts_on or work.today, work.today)
        residence = await _home(work, known)
        async with as_the_program(work, "take over a household") as system:
            members = SettleHousehold(known, found.told["members"], starts_on, residence)
            return await settle_household(work, system, members)
    believed = await fact_today(work, known.id, FACTS[found.kind])
    why = reason or say(_AS_THE_REGISTRY_SAYS, SOURCE.code)
    if believed is not None and _takes_its_place(believed, found):
        await correct_fact(work, operator, _correction(believed, found, why))
    else:
        told = RecordFact(
            person_id=known.id,
            kind=FACTS[found.kind],
            value=_value(found, {}),
            starts_on=found.starts_on,
            source=FactSource.CIVIL_REGISTRY,
            reason=why,
        )
        await record_fact(work, operator, told)
    return True


def _takes_its_place(believed: Fact, found: Difference) -> bool:
    """Whether what we hold was never so, or not for any of its days; otherwise it was so until the new thing began."""
    if found.kind is not DifferenceKind.RESIDENCE:
        return True
    starts_on = believed.stretch.starts_on
    return found.starts_on is not None and starts_on is not None and starts_on >= found.starts_on


def _correction(believed: Fact, found: Difference, why: str) -> CorrectFact:
    held = believed.stretch
    return CorrectFact(
        fact_id=believed.id,
        value=_value(found, believed.value),
        starts_on=found.starts_on if found.kind is not DifferenceKind.IDENTITY else held.starts_on,
        ends_on=held.ends_before - timedelta(days=1) if held.ends_before else None,
        source=FactSource.CIVIL_REGISTRY,
        reason=why,
    )


def _value(found: Difference, believed: dict[str, Any]) -> dict[str, Any]:
    match found.kind:
        case DifferenceKind.IDENTITY:
            return believed | found.told
        case DifferenceKind.RESIDENCE:
            return dict(found.told)
        case _:
            return dict(believed)


async def _home(work: UnitOfWork, known: Person) -> CivilAddress | None:
    """Where the household lives, for who joins it: not told further where the address is protected."""
    found = await fact_today(work, known.id, FACTS[DifferenceKind.RESIDENCE])
    if found is None or known.is_protected:
        return None
    value = found.value
    return CivilAddress(value["street"], value["postal_code"], value["city"], since=work.today)
