"""The operators of an ente: one by one, and in a list with their roles."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import Actor
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.kernel.refusals import NotFound
from domain.kernel.roles import Role
from domain.organization.model.office import Office
from domain.organization.model.operator import OperatorProfile, RoleAssignment
from domain.organization.permissions import administered_by
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class HeldRoleRow:
    """A role in an office, from a day to another, both included; open while ``ends_on`` is None."""

    assignment_id: UUID
    role: Role
    office_id: UUID
    office_name: str
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True)
class OperatorRow:
    """Somebody who works for an ente, with all roles, past and future ones too."""

    id: UUID
    ente_id: UUID
    given_name: str
    family_name: str
    email: str
    is_enabled: bool
    roles: tuple[HeldRoleRow, ...] = ()

    @property
    def full_name(self) -> str:
        """Name and surname."""
        return f"{self.given_name} {self.family_name}"


async def operator_card(work: UnitOfWork, operator_id: UUID) -> OperatorRow:
    """The operator ``operator_id`` with the roles held in enti that can be seen. Refuses NotFound."""
    found = (await work.session.exec(select(OperatorProfile).where(col(OperatorProfile.id) == operator_id))).all()
    if not found:
        raise NotFound
    return (await _rows(work, found))[0]


async def operator_by_email(work: UnitOfWork, email: str) -> OperatorRow | None:
    """The operator who signs in as ``email``, in whatever case it is typed; None when nobody does. For the System."""
    statement = select(OperatorProfile).where(col(OperatorProfile.email) == email.strip().lower())
    found = (await work.session.exec(statement)).all()
    return (await _rows(work, found))[0] if found else None


async def operator_by_codice_fiscale(work: UnitOfWork, codice_fiscale: str) -> OperatorRow | None:
    """The operator with ``codice_fiscale``, who signs in with SPID or CIE; None when nobody has it. For the System."""
    statement = select(OperatorProfile).where(col(OperatorProfile.codice_fiscale) == codice_fiscale)
    found = (await work.session.exec(statement)).all()
    return (await _rows(work, found))[0] if found else None


async def operators_of(work: UnitOfWork, actor: Actor, page: int = 1) -> Page[OperatorRow]:
    """The operators of the enti that ``actor`` administers, by surname: nobody for who administers nothing."""
    mine = administered_by(actor, OperatorProfile.ente_id)
    total = (await work.session.exec(select(sa.func.count(col(OperatorProfile.id))).where(mine))).one()
    statement = select(OperatorProfile).where(mine).offset(offset_of(page)).limit(PAGE_SIZE)
    ordered = statement.order_by(
        col(OperatorProfile.family_name), col(OperatorProfile.given_name), col(OperatorProfile.id)
    )
    found = (await work.session.exec(ordered)).all()
    return Page(await _rows(work, found), max(1, page), PAGE_SIZE, total)


async def operator_names(work: UnitOfWork, operator_ids: Iterable[UUID]) -> dict[UUID, str]:
    """Name and surname of the operators among ``operator_ids`` that can be seen; one question, none for nobody."""
    wanted = set(operator_ids)
    if not wanted:
        return {}
    statement = select(OperatorProfile).where(col(OperatorProfile.id).in_(wanted))
    return {found.id: found.full_name for found in (await work.session.exec(statement)).all()}


async def _rows(work: UnitOfWork, found: Sequence[OperatorProfile]) -> list[OperatorRow]:
    roles = await _roles(work, [profile.id for profile in found])
    return [
        OperatorRow(
            id=profile.id,
            ente_id=profile.ente_id,
            given_name=profile.given_name,
            family_name=profile.family_name,
            email=profile.email,
            is_enabled=profile.is_enabled,
            roles=roles.get(profile.id, ()),
        )
        for profile in found
    ]


async def _roles(work: UnitOfWork, operator_ids: Sequence[UUID]) -> dict[UUID, tuple[HeldRoleRow, ...]]:
    statement = select(RoleAssignment, Office.name).join(Office, col(Office.id) == col(RoleAssignment.office_id))
    statement = statement.where(col(RoleAssignment.operator_id).in_(operator_ids))
    roles: dict[UUID, tuple[HeldRoleRow, ...]] = {}
    for held, office_name in (await work.session.exec(statement.order_by(col(RoleAssignment.held_during)))).all():
        roles[held.operator_id] = (*roles.get(held.operator_id, ()), _role(held, office_name))
    return roles


def _role(held: RoleAssignment, office_name: str) -> HeldRoleRow:
    after = held.held_during.upper  # PostgreSQL gives back the first day after the range
    return HeldRoleRow(
        assignment_id=held.id,
        role=held.role,
        office_id=held.office_id,
        office_name=office_name,
        starts_on=held.held_during.lower or date.min,
        ends_on=after - timedelta(days=1) if after else None,
    )
