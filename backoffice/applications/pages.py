"""The page of an application, made the same way wherever it is shown again."""

from typing import Any
from uuid import UUID

from litestar import Request, Response

from backoffice.applications.history import shown_history
from backoffice.checks.shown import shown_checks
from domain.casework.queries.case_of_application import case_of_application
from domain.intake.queries.application_sheet import ApplicationSheet, application_sheet
from domain.intake.queries.attachments_of import AttachmentRow
from domain.intake.queries.checking.checklist import checklist
from domain.intake.queries.examination.application_standing import application_standing
from domain.intake.queries.examination.integration_items import integration_items
from domain.intake.queries.examination.letters_of import letters_of
from domain.intake.terms import ApplicationStatus
from domain.kernel.actor import Operator
from domain.kernel.languages import BY_CODE, LANGUAGES
from domain.kernel.roles import Role
from domain.platform.work import UnitOfWork
from domain.procedure.queries.proceeding_of import ProceedingSheet
from domain.procedure.terms import Effect
from web.forms import Form, show
from web.locale import language_code
from web.rendering import page

UNDER_WAY = (ApplicationStatus.SUBMITTED, ApplicationStatus.IN_CHARGE)
DONE = frozenset({"passaggio", "visto-chiesto", "visto-dato", "visto-rifiutato", "assegnata", "consegna", "requisito"})


async def application_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    application_id: UUID,
    form: Form[Any] | None = None,
    *,
    status: int = 200,
) -> Response[Any]:
    """All of it: where it stands and the ways on, the answers, and beside them the file that is looked at."""
    sheet = await application_sheet(work, operator, application_id, language=language_code())
    standing = await application_standing(work, operator, application_id)
    spoken = BY_CODE.get(sheet.language)
    done = request.query_params.get("fatto", "")
    return page(
        request,
        "applications/show.html",
        block="application",
        status=status,
        form=form or show(),
        sheet=sheet,
        today=work.today,
        case_id=await case_of_application(work, operator, application_id),
        language_names={one.code: one.native_name for one in LANGUAGES},
        spoken=spoken.native_name if spoken else sheet.language,
        standing=standing,
        items=await integration_items(work, operator, application_id, language=language_code()) if standing else [],
        letters=await letters_of(work, application_id) if standing else [],
        history=shown_history(standing) if standing else [],
        checks=shown_checks(await checklist(work, operator, application_id)),
        may_check=sheet.status in UNDER_WAY,
        request_way=_request_way(standing),
        looked_at=_looked_at(request, sheet),
        may_assign=standing is not None and may_assign(operator, standing),
        may_note_receipt=standing is not None and may_note_receipt(standing),
        done=done if done in DONE else "",
        **in_words(),
    )


def in_words() -> dict[str, str]:
    """In which language the words of the procedure are shown."""
    return {"spoken_here": language_code()}


def may_assign(operator: Operator, standing: ProceedingSheet) -> bool:
    """Whether the operator gives it to somebody: a head, or anybody for oneself while nobody has it."""
    return not standing.is_final and (operator.has(Role.OFFICE_HEAD) or not standing.responsible)


def may_note_receipt(standing: ProceedingSheet) -> bool:
    """Whether a notice was sent, and nobody has said when it was received."""
    is_noticed = bool(standing.history) and standing.history[0].effect is Effect.ANNOUNCE_REJECTION
    return is_noticed and standing.answer_due_on is None


def _request_way(standing: ProceedingSheet | None) -> str:
    """The step by which what is missing can be asked for now, by its key; empty when there is none."""
    ways = [one.transition for one in standing.ways_on] if standing else []
    return next((one.key for one in ways if one.effect is Effect.SUSPEND_FOR_INTEGRATION), "")


def _looked_at(request: Request[Any, Any, Any], sheet: ApplicationSheet) -> AttachmentRow | None:
    """The file that the address names, among those of the application."""
    asked = request.query_params.get("documento", "")
    files = [row for rows in sheet.attachments.values() for row in rows]
    return next((row for row in files if str(row.document_id) == asked), None)
