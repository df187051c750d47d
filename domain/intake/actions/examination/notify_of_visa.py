"""Operators find a notice that a step waits for a visa, or that the visa was refused."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.correspondence.actions.notices.notify_operators import NotifyOperators, notify_operators
from domain.correspondence.terms.notices import NoticeKind
from domain.intake.model.application import Application
from domain.kernel.actor import System
from domain.kernel.roles import Role
from domain.kernel.text import Text, _
from domain.platform.work import UnitOfWork

ASKED = _("Una domanda aspetta il tuo visto.")
REFUSED = _("Un visto che hai chiesto è stato rifiutato: leggi che cosa va corretto.")


class NotifyOfVisa(BaseModel):
    """Which visa, on which application, and who asked for it."""

    application_id: UUID
    visa_id: UUID
    asked_by_id: UUID
    is_refused: bool = False


async def notify_of_visa(work: UnitOfWork, system: System, command: NotifyOfVisa) -> None:
    """The heads of the office, or of the ente where no office is competent; who asked, when it was refused."""
    about = select(Application).where(col(Application.id) == command.application_id)
    application = (await work.session.exec(about)).one_or_none()
    if application is None:
        return
    if command.is_refused:
        told = _notice(application, command, "refused", REFUSED, operator_id=command.asked_by_id)
    else:
        told = _notice(
            application,
            command,
            "asked",
            ASKED,
            office_id=application.office_id,
            roles=(Role.OFFICE_HEAD,),
            but=command.asked_by_id,
        )
    await notify_operators(work, system, told)


def _notice(
    application: Application,
    command: NotifyOfVisa,
    happened: str,
    subject: Text,
    *,
    operator_id: UUID | None = None,
    office_id: UUID | None = None,
    roles: tuple[Role, ...] = (),
    but: UUID | None = None,
) -> NotifyOperators:
    return NotifyOperators(
        ente_id=application.ente_id,
        kind=NoticeKind.APPLICATION_NEWS,
        key=f"visa-{happened}:{command.visa_id}",
        subject=subject,
        path=f"/domande/{application.id}",
        operator_id=operator_id,
        office_id=office_id,
        roles=roles,
        but=but,
    )
