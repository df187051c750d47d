"""The door to a code that is to be changed for an ente, and what of a list is taken already."""

from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import Actor
from domain.kernel.refusals import NotFound
from domain.organization.model.code import CommonCode, LocalCode
from domain.organization.model.ente import Ente
from domain.organization.queries.administered import check_administers
from domain.organization.queries.code_layers import layers_of, said_for, with_parents
from domain.organization.rules.code_layers import ENTE, Merged, merged
from domain.organization.rules.code_lists import CODE_LISTS, CodeList
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class CodeToChange:
    """A code as the ente has it, as it would inherit it (None for its own), and the row that says what is its own."""

    shown: Merged
    inherited: Merged | None
    row: LocalCode


def code_list(list_name: str) -> CodeList:
    """What the program knows of a list. Refuses NotFound."""
    if list_name not in CODE_LISTS:
        raise NotFound
    return CODE_LISTS[list_name]


async def code_to_change(work: UnitOfWork, actor: Actor, ente_id: UUID, list_name: str, code: str) -> CodeToChange:
    """The code, and the ente's row about it: locked, or new and still to be added to the session.

    Refuses NotAnAdministrator, and NotFound for a code that the ente does not have.
    """
    check_administers(actor, ente_id)
    code_list(list_name)
    same = with_parents(ente_id, list_name, lambda codes: col(codes.code) == code)
    layers = await layers_of(work, ente_id, same)
    shown = next((one for one in merged(layers, work.today) if one.code == code), None)
    if shown is None:
        raise NotFound
    above = merged((one for one in layers if one.level < ENTE), work.today)
    statement = select(LocalCode).where(
        col(LocalCode.list_name) == list_name, col(LocalCode.code) == code, col(LocalCode.ente_id) == ente_id
    )
    row = (await work.session.exec(statement.with_for_update())).one_or_none()
    inherited = next((one for one in above if one.code == code), None)
    return CodeToChange(shown, inherited, row or LocalCode(ente_id=ente_id, list_name=list_name, code=code))


async def codes_starting(work: UnitOfWork, ente_id: UUID, list_name: str, stem: str) -> frozenset[str]:
    """The codes of a list that start with ``stem`` for the ente, for its ambito, and for the enti that inherit it."""
    members = select(Ente.id).where(col(Ente.ambito_id) == ente_id)
    mine = sa.or_(said_for(ente_id), col(LocalCode.ente_id).in_(members))
    local = sa.select(col(LocalCode.code)).where(
        col(LocalCode.list_name) == list_name, mine, col(LocalCode.code).startswith(stem, autoescape=True)
    )
    common = sa.select(col(CommonCode.code)).where(
        col(CommonCode.list_name) == list_name, col(CommonCode.code).startswith(stem, autoescape=True)
    )
    found = await work.session.exec(sa.union(common, local))  # pyright: ignore[reportCallIssue,reportArgumentType]
    return frozenset(code for (code,) in found.all())
