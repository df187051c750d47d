"""The people among whom one picks where a form asks for a person: oneself and those acted for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.kernel.actor import Citizen, Operator
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import names


@dataclass(frozen=True)
class PickRow:
    """Somebody to pick."""

    person_id: UUID
    full_name: str
    codice_fiscale: str | None
    born_on: date | None

    @property
    def parts(self) -> dict[str, str | date | None]:
        """What is known, by the usual parts of a person in a form."""
        return {"full_name": self.full_name, "codice_fiscale": self.codice_fiscale, "born_on": self.born_on}


async def people_to_pick(
    work: UnitOfWork, actor: Citizen | Operator, concerned: Sequence[UUID] = ()
) -> Sequence[PickRow]:
    """The citizen first, then the people represented and those who have delegated, in one question.

    At the desk: ``concerned``, of whom and for whom the application is.
    """
    chosen = (*actor.people, *actor.delegators) if isinstance(actor, Citizen) else tuple(concerned)
    ids = tuple(dict.fromkeys(chosen))
    known = await names(work, ids)
    return [
        PickRow(person_id, row.full_name, row.codice_fiscale, row.born_on)
        for person_id in ids
        if (row := known.get(person_id)) is not None
    ]
