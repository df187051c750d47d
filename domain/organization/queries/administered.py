"""The doors to what is administered: an ente, an office, an operator or a role, for who may change it."""

from typing import TypeVar
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Actor
from domain.kernel.refusals import NotFound
from domain.organization.model.ente import Ente
from domain.organization.model.office import Office
from domain.organization.model.operator import OperatorProfile, RoleAssignment
from domain.organization.permissions import may_administer
from domain.organization.refusals import NotAnAdministrator
from domain.platform.work import UnitOfWork

Found = TypeVar("Found", Ente, Office, OperatorProfile, RoleAssignment)


def administers(actor: Actor, ente_id: UUID) -> bool:
    """Whether ``actor`` administers ``ente_id``: to show what may be done there."""
    return may_administer(actor, ente_id)


def check_administers(actor: Actor, ente_id: UUID) -> None:
    """Refuses NotAnAdministrator unless ``actor`` administers ``ente_id``."""
    if not may_administer(actor, ente_id):
        raise NotAnAdministrator


async def administered_ente(work: UnitOfWork, actor: Actor, ente_id: UUID) -> Ente:
    """The ente, locked for a change. Refuses NotFound, and NotAnAdministrator to who may only see it."""
    return await _locked(work, actor, await _seen(work, Ente, ente_id), ente_id)


async def administered_office(work: UnitOfWork, actor: Actor, office_id: UUID) -> Office:
    """The office, locked for a change. Refuses NotFound, and NotAnAdministrator to who may only see it."""
    found = await _seen(work, Office, office_id)
    return await _locked(work, actor, found, found.ente_id)


async def administered_operator(work: UnitOfWork, actor: Actor, operator_id: UUID) -> OperatorProfile:
    """The operator, locked for a change. Refuses NotFound, and NotAnAdministrator to who may only see them."""
    found = await _seen(work, OperatorProfile, operator_id)
    return await _locked(work, actor, found, found.ente_id)


async def administered_role(work: UnitOfWork, actor: Actor, assignment_id: UUID) -> RoleAssignment:
    """The role somebody holds, locked for a change. Refuses NotFound and NotAnAdministrator."""
    found = await _seen(work, RoleAssignment, assignment_id)
    return await _locked(work, actor, found, found.ente_id)


async def colleague(work: UnitOfWork, operator_id: UUID) -> OperatorProfile:
    """An operator of the same ambito, who may be given a role. Refuses NotFound."""
    return await _seen(work, OperatorProfile, operator_id)


async def _seen(work: UnitOfWork, table: type[Found], row_id: UUID) -> Found:
    found = (await work.session.exec(select(table).where(col(table.id) == row_id))).one_or_none()
    if found is None:
        raise NotFound
    return found


async def _locked(work: UnitOfWork, actor: Actor, found: Found, ente_id: UUID) -> Found:
    """Lock only once the permission is known: a row that may be read but not written cannot be locked."""
    check_administers(actor, ente_id)
    await work.session.refresh(found, with_for_update=True)
    return found
