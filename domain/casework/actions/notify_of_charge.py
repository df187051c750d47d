"""The heads of an office find a notice that a case was taken in charge."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.casework.model.case import Case
from domain.correspondence.actions.notices.notify_operators import NotifyOperators, notify_operators
from domain.correspondence.terms.notices import NoticeKind
from domain.kernel.actor import System
from domain.kernel.roles import Role
from domain.kernel.text import _
from domain.platform.work import UnitOfWork


class NotifyOfCharge(BaseModel):
    """Which case, and who has taken charge of it."""

    case_id: UUID
    operator_id: UUID


async def notify_of_charge(work: UnitOfWork, system: System, command: NotifyOfCharge) -> None:
    """Told once for each who takes charge; who did it knows."""
    found = (await work.session.exec(select(Case).where(col(Case.id) == command.case_id))).one()
    if found.office_id is None:
        return
    told = NotifyOperators(
        ente_id=found.ente_id,
        kind=NoticeKind.CASE_TAKEN,
        key=f"case-taken:{found.id}:{command.operator_id}",
        subject=_("Il caso %(number)s è stato preso in carico nel tuo ufficio.", number=found.number),
        path=f"/casi/{found.id}",
        office_id=found.office_id,
        roles=(Role.OFFICE_HEAD,),
        but=command.operator_id,
    )
    await notify_operators(work, system, told)
