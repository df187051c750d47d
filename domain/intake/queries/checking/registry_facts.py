"""What the registry knows of who applied, of the facts that a service asks and no others; readings are noted."""

from collections.abc import Collection
from datetime import date

from domain.intake.model.application import Application
from domain.intake.rules.checking.from_registry import from_facts, from_household, from_isee
from domain.intake.rules.checking.known import KnownFact
from domain.kernel.actor import Operator
from domain.kernel.reading import ReadingPurpose, ReadingSubject
from domain.organization.queries.territory import territory_codes
from domain.platform.reading_log import Reading
from domain.platform.work import UnitOfWork
from domain.registry.queries.facts.facts_of import facts_of
from domain.registry.queries.households.household_on import household_on
from domain.registry.queries.isee.isee_records_of import isee_in_force
from domain.registry.terms import HouseholdKind

MEANS = frozenset({"isee", "has_isee"})
PEOPLE = frozenset({"household_size", "minors_in_household"})
HOME = frozenset({"is_resident", "lives_here", "months_of_residence"})
PERSON = HOME | {"age", "citizenship_kind", "has_permit", "has_disability_certificate", "has_severe_disability"}
PURPOSE = ReadingPurpose.APPLICATION_WORK.value


async def registry_facts(
    work: UnitOfWork, operator: Operator, application: Application, wanted: Collection[str], day: date
) -> list[KnownFact]:
    """The facts ``wanted``, as of ``day``, of the beneficiary of an application that came through its door.

    What the operator may not read is not known. The reading of a certificate is noted with the certificate, which
    carries the number of its declaration.
    """
    asked, person_id = frozenset(wanted), application.beneficiary_id
    found: list[KnownFact] = []
    if asked & PERSON:
        territory = await territory_codes(work, operator.family) if asked & HOME else frozenset[str]()
        found += from_facts(await facts_of(work, operator, person_id, valid_on=day), day, territory)
    if asked & PEOPLE:
        home = await household_on(work, operator, person_id, HouseholdKind.REGISTRY, day, purpose=PURPOSE)
        found += from_household(home, day)
    if asked & MEANS:
        found += await _means(work, operator, application, day)
    return [one for one in found if one.key in asked]


async def _means(work: UnitOfWork, operator: Operator, application: Application, day: date) -> list[KnownFact]:
    row = await isee_in_force(work, operator, application.beneficiary_id, day)
    if row is not None:
        work.note_reading(
            Reading(application.beneficiary_id, application.ente_id, ReadingSubject.ISEE.value, row.id, PURPOSE)
        )
    return from_isee(row)
