"""People can be found by what they are known by now: several at once, for rebuilding the index."""

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from domain.platform.work import UnitOfWork
from domain.registry.model.finding import Clue, FoundBy, NameSound
from domain.registry.queries.finding.namings import NamedPerson, namings
from domain.registry.rules.naming.clues import clues_of, sounds_of
from domain.registry.rules.naming.near import LONGEST_KEYED, consonant_keys, vocabulary_keys


class IndexPeople(BaseModel):
    """Whom."""

    person_ids: Sequence[UUID]


async def index_people(work: UnitOfWork, command: IndexPeople) -> None:
    """Make the index of these people anew, as the actor of ``work`` may write it. Doing it twice changes nothing.

    Whose record stands only for its history cannot be found by it any more: the record that counts says the same.
    """
    await work.session.flush()  # what was changed just now is what people are to be found by
    named = await namings(work, command.person_ids)
    await _forget(work, command.person_ids, named)
    if not named:
        return
    await _keep_namings(work, named)
    await _keep_clues(work, named)
    await _keep_sounds(work, named)


async def _forget(work: UnitOfWork, ids: Sequence[UUID], named: Sequence[NamedPerson]) -> None:
    """Clues that hold no more; those of protected people change hands with their protection."""
    gone = set(ids) - {one.person_id for one in named}
    if gone:
        for table in (FoundBy, Clue):
            await work.session.exec(sa.delete(table).where(col(table.person_id).in_(gone)))
    for one in named:
        stale = sa.or_(
            col(Clue.value).not_in(clues_of(one.naming)),
            col(Clue.ente_id) != one.ente_id,
            col(Clue.is_hidden) != one.is_hidden,
        )
        await work.session.exec(sa.delete(Clue).where(col(Clue.person_id) == one.person_id, stale))


async def _keep_namings(work: UnitOfWork, named: Sequence[NamedPerson]) -> None:
    rows = [
        {
            "person_id": one.person_id,
            "ente_id": one.ente_id,
            "is_hidden": one.is_hidden,
            "naming": one.naming.as_json(),
        }
        for one in named
    ]
    adding = insert(FoundBy).values(rows)
    changed = {name: adding.excluded[name] for name in ("ente_id", "is_hidden", "naming")}
    await work.session.exec(adding.on_conflict_do_update(index_elements=["person_id"], set_=changed))


async def _keep_clues(work: UnitOfWork, named: Sequence[NamedPerson]) -> None:
    rows = [
        {"person_id": one.person_id, "value": value, "ente_id": one.ente_id, "is_hidden": one.is_hidden}
        for one in named
        for value in sorted(clues_of(one.naming))
    ]
    if rows:
        await (await work.session.connection()).execute(insert(Clue).on_conflict_do_nothing(), rows)


async def _keep_sounds(work: UnitOfWork, named: Sequence[NamedPerson]) -> None:
    """Words nobody had before enter the vocabulary; in one order, so that two at once never wait in a ring."""
    heard: dict[str, frozenset[str]] = {}
    for one in named:
        for sound, consonants in sounds_of(one.naming).items():
            heard[sound] = heard.get(sound, frozenset()) | consonants
    shorts = {sound[:LONGEST_KEYED] for sound in heard}
    asked = select(NameSound.sound).where(col(NameSound.key).in_(shorts), col(NameSound.sound).in_(heard))
    known = set((await work.session.exec(asked)).all())
    rows = [
        {"key": key, "sound": sound}
        for sound in sorted(heard)
        for key in sorted(consonant_keys(heard[sound]) if sound in known else vocabulary_keys(sound, heard[sound]))
    ]
    if rows:
        await (await work.session.connection()).execute(insert(NameSound).on_conflict_do_nothing(), rows)
