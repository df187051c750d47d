"""Known people get what an archive says of them and the registry does not have; nothing that is there changes."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.registry.actions.facts.follow_facts import SHOWN
from domain.registry.actions.finding.index_people import IndexPeople, index_people
from domain.registry.model.fact import Fact
from domain.registry.model.known import Origin
from domain.registry.model.person import Person
from domain.registry.queries.bulk.arriving import ArrivingPerson
from domain.registry.queries.facts.believed import STILL
from domain.registry.queries.finding.namings import FINDING
from domain.registry.rules.facts.kinds import stored_value
from domain.registry.rules.facts.places import ContactValue
from domain.registry.rules.facts.projection import columns_of
from domain.registry.rules.facts.value import FactValue
from domain.registry.terms import FactKind, FactSource


@dataclass(frozen=True)
class FillPeople:
    """Known people under the id of the record that counts, with all that the archive says."""

    author_id: UUID
    people: Sequence[ArrivingPerson]


async def fill_people(work: UnitOfWork, system: System, command: FillPeople) -> dict[UUID, list[UUID]]:
    """Add a fact where the registry has none of its kind (of a contact: none of its channel); gives back the new ids.

    Somebody under protection, or joined to another record meanwhile, is left as is.
    """
    ids = sorted({one.id for one in command.people})
    held = select(Person).where(
        col(Person.id).in_(ids), col(Person.same_as_id).is_(None), col(Person.is_protected).is_(False)
    )
    found = (await work.session.exec(held.order_by(col(Person.id)).with_for_update())).all()
    known = {one.id: one for one in found}
    believed = await _believed(work, list(known))
    written: dict[UUID, list[UUID]] = {}
    for one in command.people:
        if (person := known.get(one.id)) is not None:
            added = _missing(work, person, one, believed[person.id], command.author_id)
            if added:
                written.setdefault(person.id, []).extend(fact.id for fact in added)
                believed[person.id] += added
    await work.session.flush()  # the index reads what was added
    to_find = [
        key for key, facts in believed.items() if any(f.id in written.get(key, ()) for f in facts if f.kind in FINDING)
    ]
    if to_find:
        await index_people(work, IndexPeople(person_ids=to_find))
    return written


async def _believed(work: UnitOfWork, ids: Sequence[UUID]) -> dict[UUID, list[Fact]]:
    found: dict[UUID, list[Fact]] = defaultdict(list)
    wanted = select(Fact).where(col(Fact.person_id).in_(ids), STILL).order_by(col(Fact.created_at), col(Fact.id))
    for fact in (await work.session.exec(wanted)).all() if ids else []:
        found[fact.person_id].append(fact)
    return found


def _missing(
    work: UnitOfWork, person: Person, arriving: ArrivingPerson, believed: Sequence[Fact], author_id: UUID
) -> list[Fact]:
    taken = {_slot(stored_value(fact.kind, fact.value)) for fact in believed}
    origin = Origin(FactSource.IMPORT, author_id, arriving.reason)
    added: list[Fact] = []
    for fact in arriving.facts:
        value = fact.understood()
        if _slot(value) not in taken and value.kind is not FactKind.IDENTITY:
            added.append(Fact.of(person, value, fact.stretch, work.now, origin))
    work.session.add_all(added)
    for kind in {fact.kind for fact in added} & set(SHOWN):
        today = [fact for fact in (*believed, *added) if fact.kind is kind and fact.stretch.has(work.today)]
        person.show(columns_of(kind, [(stored_value(kind, fact.value), fact.stretch) for fact in today]))
    return added


def _slot(value: FactValue) -> tuple[FactKind, str]:
    """What one thing known leaves no room for: its kind; of contacts, the same channel."""
    return value.kind, value.channel if isinstance(value, ContactValue) else ""
