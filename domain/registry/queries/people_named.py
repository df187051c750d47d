"""Which people answer to some typed words: for the search boxes of lists."""

from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.codice_fiscale import normalise, scanned_in
from domain.platform.work import UnitOfWork
from domain.registry.model.person import Person
from domain.registry.permissions import visible_to

MOST = 200


async def people_named(work: UnitOfWork, words: str) -> list[UUID]:
    """The people, at most 200, whose name or alias has every typed word, or whose codice fiscale starts as typed.

    What a reader has typed of a health card finds the person with that codice fiscale. Records that stand only for
    their history, since another one is of the same person, are left out.
    Only people of whom the actor of ``work`` may know; accents and capitals do not matter. Nothing typed finds nobody.
    """
    typed = words.split()
    if not typed:
        return []
    whole = sa.func.unaccent(sa.func.concat_ws(" ", col(Person.given_name), col(Person.family_name), col(Person.alias)))
    named = [whole.ilike(sa.func.unaccent(f"%{_escaped(word)}%"), escape="\\") for word in typed]
    code = scanned_in(words) or normalise(words)
    by_code = col(Person.codice_fiscale).like(f"{_escaped(code)}%", escape="\\")
    known = visible_to(work.actor), col(Person.same_as_id).is_(None)
    statement = select(Person.id).where(*known, sa.or_(sa.and_(*named), by_code)).limit(MOST)
    return list((await work.session.exec(statement)).all())


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
