"""People who have just been written can be found at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from domain.platform.rows.adding import add_rows
from domain.platform.work import UnitOfWork
from domain.registry.model.finding import Clue, FoundBy, NameSound
from domain.registry.rules.naming.clues import clues_of, sounds_of
from domain.registry.rules.naming.naming import Naming
from domain.registry.rules.naming.near import LONGEST_KEYED, consonant_keys, vocabulary_keys


@dataclass(frozen=True)
class IndexNewPeople:
    """By what each is found; all are of one ente, under no protection, and nobody has indexed them yet."""

    ente_id: UUID
    namings: Mapping[UUID, Naming]


async def index_new_people(work: UnitOfWork, command: IndexNewPeople) -> None:
    """Write the rows that ``index_people`` would write for them; four statements."""
    same = {"ente_id": command.ente_id, "is_hidden": False}
    people = [{"person_id": key, **same, "naming": naming.as_json()} for key, naming in command.namings.items()]
    clues = [
        {"person_id": key, "value": value, **same}
        for key, naming in command.namings.items()
        for value in sorted(clues_of(naming))
    ]
    await add_rows(work, FoundBy, people)
    await add_rows(work, Clue, clues, ignoring_known=True)
    await _new_sounds(work, command)


async def _new_sounds(work: UnitOfWork, command: IndexNewPeople) -> None:
    """Words nobody had before; in one order, so that two at once never wait in a ring."""
    heard: dict[str, frozenset[str]] = {}
    for naming in command.namings.values():
        for sound, consonants in sounds_of(naming).items():
            heard[sound] = heard.get(sound, frozenset()) | consonants
    shorts = {sound[:LONGEST_KEYED] for sound in heard}
    asked = select(NameSound.sound).where(col(NameSound.key).in_(shorts), col(NameSound.sound).in_(heard))
    known = set((await work.session.exec(asked)).all())
    rows = [
        {"key": key, "sound": sound}
        for sound in sorted(heard)
        for key in sorted(consonant_keys(heard[sound]) if sound in known else vocabulary_keys(sound, heard[sound]))
    ]
    await add_rows(work, NameSound, rows, ignoring_known=True)
