"""Which people answer to some typed words: for the search boxes of lists."""

from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.codice_fiscale import normalise
from domain.platform.work import UnitOfWork
from domain.registry.model.person import Person
from domain.registry.permissions import visible_to

MOST = 200


async def people_named(work: UnitOfWork, words: str) -> list[UUID]:
    """The people, at most 200, whose name or alias has every typed word, or whose codice fiscale starts as typed.

    Only people of whom the actor of ``work`` may know; accents and capitals do not matter. Nothing typed finds nobody.
    """
    typed = words.split()
    if not typed:
        return []
    whole = sa.func.unaccent(sa.func.concat_ws(" ", col(Person.given_name), col(Person.family_name), col(Person.alias)))
    named = [whole.ilike(sa.func.unaccent(f"%{_escaped(word)}%"), escape="\\") for word in typed]
    by_code = col(Person.codice_fiscale).like(f"{_escaped(normalise(words))}%", escape="\\")
    statement = select(Person.id).where(visible_to(work.actor), sa.or_(sa.and_(*named), by_code)).limit(MOST)
    return list((await work.session.exec(statement)).all())


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
