"""The page of a step of a proceeding, made the same way wherever it is shown again."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from litestar import Request, Response

from backoffice.applications.pages import in_words
from domain.intake.actions.examination.request_integration import MOST_ITEMS, AskedItem, RequestIntegration
from domain.intake.queries.application_sheet import ApplicationSheet, application_sheet
from domain.intake.queries.examination.application_standing import application_standing
from domain.intake.terms import ItemKind
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.procedure.actions.moving.fire_transition import FireTransition
from domain.procedure.queries.definitions import State, Transition, definition_of
from domain.procedure.queries.proceeding_of import ProceedingSheet
from domain.procedure.terms import Effect
from web.forms import Form
from web.locale import language_code
from web.rendering import page

ANSWER = "answer."
ITEM, WHY = "item.", "why."
FREE_ROWS = ("1", "2", "3")
SERVED = (Effect.SUSPEND_FOR_INTEGRATION, Effect.ANNOUNCE_REJECTION)


@dataclass(frozen=True)
class Way:
    """A transition of an application, whether it can be made now or not any more."""

    sheet: ApplicationSheet
    standing: ProceedingSheet
    transition: Transition
    target: State

    @property
    def is_open(self) -> bool:
        """Whether who asks may make it now."""
        return any(one.transition.key == self.transition.key for one in self.standing.ways_on)

    @property
    def is_request(self) -> bool:
        """Whether it asks the person for what is missing."""
        return self.transition.effect is Effect.SUSPEND_FOR_INTEGRATION

    @property
    def asks_visa(self) -> bool:
        """Whether a supervisor has to see it first."""
        return any(one.asks_visa for one in self.standing.ways_on if one.transition.key == self.transition.key)


async def way_of(work: UnitOfWork, operator: Operator, application_id: UUID, key: str) -> Way:
    """The transition ``key`` of the application. Refuses NotFound when the procedure has none."""
    sheet = await application_sheet(work, operator, application_id, language=language_code())
    standing = await application_standing(work, operator, application_id)
    if standing is None:
        raise NotFound
    definition = await definition_of(work, standing.procedure_version_id)
    transition = definition.transition(key)
    if transition is None:
        raise NotFound
    return Way(sheet, standing, transition, definition.state(transition.target))


def read_passage(form: Form[Any], way: Way, today: date) -> FireTransition:
    """The command that was typed; ``seen_version`` is the one the page showed."""
    version = str(form.value("version"))
    documents = form.value("documents")
    asked = [documents] if isinstance(documents, str) else documents
    own = {str(row.document_id): row.document_id for rows in way.sheet.attachments.values() for row in rows}
    return FireTransition(
        proceeding_id=way.standing.id,
        transition=way.transition.key,
        fields={field.key: str(form.value(ANSWER + field.key)) for field in way.transition.fields},
        document_ids=tuple(own[one] for one in asked if one in own),
        note=str(form.value("note"))[:4000],
        seen_version=int(version) if version.isdecimal() and len(version) < 9 else 0,
        served_on=today if form.value("served") else None,
    )


def read_request(form: Form[Any], way: Way, today: date) -> RequestIntegration:
    """The same for a request of what is missing, with what was ticked and written."""
    ticked = [
        AskedItem(question=answer.key, note=str(form.value(WHY + answer.key))[:1000])
        for step in way.sheet.steps
        for answer in step.answers
        if form.value(ITEM + answer.key)
    ]
    free = [
        AskedItem(label=label[:200], kind=ItemKind.ANSWER if form.value(f"free_kind.{row}") else ItemKind.DOCUMENT)
        for row in FREE_ROWS
        if (label := str(form.value(f"free.{row}")).strip())
    ]
    fired = read_passage(form, way, today).model_dump(exclude={"proceeding_id", "document_ids"})
    return RequestIntegration(application_id=way.sheet.id, items=(*ticked, *free)[:MOST_ITEMS], **fired)


def beside_fields(form: Form[Any], way: Way) -> None:
    """What is wrong stands beside the field of the page that asked."""
    keys = {field.key for field in way.transition.fields}
    form.errors = {ANSWER + name if name in keys else name: text for name, text in form.errors.items()}


async def passage_page(
    request: Request[Any, Any, Any], way: Way, form: Form[Any], *, status: int = 200
) -> Response[Any]:
    """What the step asks; when it cannot be made any more, that, with everything that was typed."""
    code = language_code()
    asked = [
        (field, ANSWER + field.key, [(one.value, one.label.in_(code)) for one in field.options])
        for field in way.transition.fields
    ]
    return page(
        request,
        "applications/passage.html",
        status=status,
        form=form,
        way=way,
        sheet=way.sheet,
        asked=asked,
        is_request=way.is_request,
        free_rows=FREE_ROWS,
        opened=_opened(form, way),
        may_be_served=way.transition.effect in SERVED,
        files=_files(way) if way.transition.required_document_kinds else [],
        **in_words(),
    )


def _files(way: Way) -> list[tuple[UUID, str]]:
    return [(row.document_id, row.file_name) for rows in way.sheet.attachments.values() for row in rows]


def _opened(form: Form[Any], way: Way) -> set[str]:
    """The steps of the form in which something was ticked or written: they are shown open."""
    return {
        step.key
        for step in way.sheet.steps
        if any(form.value(ITEM + one.key) or form.value(WHY + one.key) for one in step.answers)
    }
