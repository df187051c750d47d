"""What an ente that has just been opened still lacks before people can ask for something there."""

from dataclasses import dataclass

from domain.catalogue.queries.enti_with_services import enti_with_services
from domain.kernel.actor import Operator
from domain.kernel.roles import ADMIN_ROLES
from domain.kernel.text import Text, _
from domain.organization.queries.founding.staffing import staffing
from domain.organization.terms import EnteKind
from domain.platform.work import UnitOfWork
from domain.procedure.queries.enti_with_procedures import enti_with_procedures

OFFICE = _("Apri un ufficio che riceve le domande")
STAFF = _("Registra chi lavora allo sportello")
PROCEDURE = _("Disegna un procedimento e mettilo in vigore")
SERVICE = _("Scrivi un servizio e pubblicalo")
OF_AMBITO_PROCEDURES = _("Per ora valgono i procedimenti dell'ambito.")
OF_AMBITO_SERVICES = _("Per ora si chiedono i servizi dell'ambito.")


@dataclass(frozen=True)
class FirstStep:
    """A thing to do and where; ``is_done`` also when the ambito has done it for everybody, as ``note`` says."""

    label: Text
    address: str
    is_done: bool
    note: Text | None = None


async def first_steps(work: UnitOfWork, operator: Operator) -> tuple[FirstStep, ...]:
    """The four steps in their order, for who administers the ente; none once all are done, and none for others.

    A body of the third sector publishes nothing, so it has no steps.
    """
    if not operator.has(*ADMIN_ROLES):
        return ()
    here = await staffing(work, operator)
    if here.kind is EnteKind.THIRD_SECTOR:
        return ()
    enti = [one for one in (operator.ente_id, here.ambito_id) if one]
    drawn, offered = await enti_with_procedures(work, enti), await enti_with_services(work, enti)
    found = (
        FirstStep(OFFICE, "/uffici/nuovo", here.has_receiving_office),
        FirstStep(STAFF, "/operatori/nuovo", here.has_desk_staff),
        FirstStep(PROCEDURE, "/procedimenti", bool(drawn), None if operator.ente_id in drawn else OF_AMBITO_PROCEDURES),
        FirstStep(SERVICE, "/servizi", bool(offered), None if operator.ente_id in offered else OF_AMBITO_SERVICES),
    )
    return () if all(step.is_done for step in found) else found
