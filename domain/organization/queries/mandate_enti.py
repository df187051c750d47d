"""The bodies of the third sector (CAF, patronato) that act for people, and for which of them somebody works."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from domain.organization.model.ente import Ente
from domain.organization.model.office import Office
from domain.organization.model.operator import OperatorProfile, RoleAssignment
from domain.platform.tables import holds_on
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class MandateEnteRow:
    """A body to which a mandate may be given."""

    id: UUID
    name: str


async def mandate_enti(work: UnitOfWork) -> Sequence[MandateEnteRow]:
    """Those in sight of who asks, by name."""
    wanted = select(Ente.id, Ente.name).where(col(Ente.is_taking_mandates)).order_by(col(Ente.name), col(Ente.id))
    return [MandateEnteRow(ente_id, name) for ente_id, name in (await work.session.exec(wanted)).all()]


async def mandate_enti_of(work: UnitOfWork, codice_fiscale: str, day: date) -> Sequence[UUID]:
    """The bodies that take mandates in which the person with ``codice_fiscale`` holds a role on ``day``.

    Nobody's who is disabled. For the System, at every request of a citizen.
    """
    wanted = (
        select(RoleAssignment.ente_id)
        .join(OperatorProfile, col(OperatorProfile.id) == col(RoleAssignment.operator_id))
        .join(Office, col(Office.id) == col(RoleAssignment.office_id))
        .join(Ente, col(Ente.id) == col(RoleAssignment.ente_id))
        .where(col(OperatorProfile.codice_fiscale) == codice_fiscale, col(OperatorProfile.is_enabled))
        .where(holds_on(RoleAssignment.held_during, day), col(Office.is_open), col(Ente.is_taking_mandates))
        .distinct()
    )
    return list((await work.session.exec(wanted)).all())
