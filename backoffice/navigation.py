"""Every screen of the back office, and the menu that leads to them."""

from typing import Any

from backoffice.applications.controller import ApplicationController, DocumentController
from backoffice.cases.charge import ChargeController
from backoffice.cases.controller import CaseController
from backoffice.cases.diary import DiaryController
from backoffice.desk.controller import DeskController
from backoffice.help.controller import HelpController
from backoffice.operations.jobs import JobController
from backoffice.operations.switches import SwitchController
from backoffice.organization.ente import EnteController, LogoController
from backoffice.organization.offices import OfficeController, OpeningHoursController
from backoffice.organization.operators import OperatorController, RoleController
from backoffice.search.controller import SearchController
from backoffice.sign_in.controller import SignInController
from backoffice.sign_in.sessions import OfficeChoiceController, SessionController
from domain.kernel.actor import Operator
from domain.kernel.roles import ADMIN_ROLES, DESK_ROLES, Role
from web.language_choice import choose_language
from web.locale import gettext as _
from web.visit import Visit

HANDLERS: tuple[Any, ...] = (
    DeskController,
    CaseController,
    ChargeController,
    DiaryController,
    ApplicationController,
    DocumentController,
    SearchController,
    EnteController,
    LogoController,
    OfficeController,
    OpeningHoursController,
    OperatorController,
    RoleController,
    JobController,
    SwitchController,
    HelpController,
    SignInController,
    SessionController,
    OfficeChoiceController,
    choose_language,
)


def navigation(visit: Visit, path: str) -> tuple[Any, ...]:
    """The groups of the menu for who is signed in: (heading, [(label, address, count, is current)])."""
    actor = visit.actor
    if not isinstance(actor, Operator):
        return ()
    groups: list[tuple[str, list[tuple[str, str]]]] = []
    if actor.has(*DESK_ROLES):
        groups.append((_("Lavoro"), [(_("Scrivania"), "/scrivania"), (_("Cerca"), "/cerca")]))
    groups.append((_("Ufficio"), [(_("Uffici"), "/uffici"), (_("Cambia ufficio"), "/ufficio")]))
    if actor.has(*ADMIN_ROLES):
        groups.append((_("Amministrazione"), [(_("Il tuo ente"), "/ente"), (_("Operatori"), "/operatori")]))
    if actor.has(Role.AMBITO_ADMIN):
        machinery = [(_("Lavori"), "/amministrazione/lavori"), (_("Interruttori"), "/amministrazione/interruttori")]
        groups.append((_("Impianto"), machinery))
    return tuple(
        (heading, [(label, url, None, path.rstrip("/") == url) for label, url in entries])
        for heading, entries in groups
    )
