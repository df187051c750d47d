"""Who has some codici fiscali: asked for many at once, by the program."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import System
from domain.platform.work import UnitOfWork, as_the_program
from domain.registry.model.person import FormerCode, Person


@dataclass(frozen=True)
class CodeHolder:
    """The record that counts of who has a code. ``is_open``: of the ente that asks, and not under protection."""

    person_id: UUID
    is_open: bool


async def code_holders(
    work: UnitOfWork, system: System, ambito_id: UUID, ente_id: UUID, codes: Collection[str]
) -> dict[str, CodeHolder]:
    """The holders in the ambito of each of ``codes`` that somebody has; former provisional codes count too.

    It sees everybody: of a holder who is not open, only that the code is taken may be told. Three questions.
    """
    wanted = list(codes)
    if not wanted:
        return {}
    async with as_the_program(work, "whose codes these are"):
        today = select(Person.codice_fiscale, Person.id).where(
            col(Person.ambito_id) == ambito_id, col(Person.codice_fiscale).in_(wanted)
        )
        former = select(FormerCode.code, FormerCode.person_id).where(
            col(FormerCode.ambito_id) == ambito_id, col(FormerCode.code).in_(wanted)
        )
        found: dict[str, UUID] = dict((await work.session.exec(former)).all())
        found |= {code: holder for code, holder in (await work.session.exec(today)).all() if code}
        counting = sa.func.coalesce(col(Person.same_as_id), col(Person.id))
        leads = select(Person.id, counting).where(col(Person.id).in_(set(found.values())))
        leading = dict((await work.session.exec(leads)).all()) if found else {}
        known = select(Person.id, Person.ente_id, Person.is_protected).where(col(Person.id).in_(set(leading.values())))
        open_ones = {
            person_id: of_ente == ente_id and not is_protected
            for person_id, of_ente, is_protected in ((await work.session.exec(known)).all() if leading else [])
        }
    return {code: CodeHolder(leading[holder], open_ones[leading[holder]]) for code, holder in found.items()}
