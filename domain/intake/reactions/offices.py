"""Offices and colleagues are told that there is work for them."""

from domain.correspondence.actions.notices.notify_operators import NotifyOperators, notify_operators
from domain.correspondence.terms.notices import NoticeKind
from domain.intake.events import ApplicationAssigned, ApplicationSubmitted
from domain.kernel.actor import System
from domain.kernel.roles import DESK_ROLES
from domain.kernel.text import _
from domain.platform.reactions import reacts_to
from domain.platform.work import UnitOfWork


@reacts_to(ApplicationSubmitted)
async def notify_office_of_application(work: UnitOfWork, event: ApplicationSubmitted) -> None:
    """The office is told once a day that applications have come: how many is on its desk."""
    if event.office_id is None:
        return
    told = NotifyOperators(
        ente_id=event.ente_id,
        kind=NoticeKind.APPLICATION_ARRIVED,
        key=f"applications-arrived:{event.office_id}:{work.today}",
        subject=_("Oggi sono arrivate domande nuove per il tuo ufficio."),
        path="/scrivania",
        office_id=event.office_id,
        roles=DESK_ROLES,
    )
    await notify_operators(work, System("notify_office_of_application", (event.ente_id,)), told)


@reacts_to(ApplicationAssigned)
async def notify_who_answers_for_it(work: UnitOfWork, event: ApplicationAssigned) -> None:
    """The colleague finds it among the notices, unless it was taken by oneself."""
    told = NotifyOperators(
        ente_id=event.ente_id,
        kind=NoticeKind.APPLICATION_ASSIGNED,
        key=f"application-assigned:{event.application_id}:{event.responsible_id}:{work.today}",
        subject=_("Ti hanno assegnato una domanda."),
        path=f"/domande/{event.application_id}",
        operator_id=event.responsible_id,
        but=event.assigned_by_id,
    )
    await notify_operators(work, System("notify of assignment", (event.ente_id,)), told)
