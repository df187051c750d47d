"""What the office has asked of the person, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from domain.catalogue.queries.form_of import form_of
from domain.documents.queries.documents_by_id import documents_by_id
from domain.intake.model.application import Application
from domain.intake.model.integration import IntegrationItem
from domain.intake.queries.application_sheet import application_to_handle
from domain.intake.queries.own_applications import own_application
from domain.intake.terms import ItemKind
from domain.kernel.actor import Citizen, Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork

MOST = 300


@dataclass(frozen=True)
class ItemRow:
    """An item in the language asked for. ``is_waiting`` for a visa: then the person does not see it."""

    id: UUID
    passage_id: UUID | None
    kind: ItemKind
    question: str | None
    label: str
    note: str
    asked_at: datetime
    answered_at: datetime | None
    answer: str
    document_id: UUID | None
    file_name: str
    is_waiting: bool

    @property
    def is_open(self) -> bool:
        """Whether the person has not answered yet."""
        return self.answered_at is None


async def integration_items(
    work: UnitOfWork, actor: Operator | Citizen, application_id: UUID, *, language: str
) -> Sequence[ItemRow]:
    """The items of an application, the first asked first, at most 300. Refuses like the doors of applications."""
    if isinstance(actor, Operator):
        return await _rows(work, await application_to_handle(work, actor, application_id), language)
    found = await _rows(work, await own_application(work, actor, application_id), language)
    return [one for one in found if not one.is_waiting]


async def _rows(work: UnitOfWork, application: Application, language: str) -> Sequence[ItemRow]:
    wanted = select(IntegrationItem).where(col(IntegrationItem.application_id) == application.id)
    ordered = wanted.order_by(col(IntegrationItem.asked_at), col(IntegrationItem.created_at), col(IntegrationItem.id))
    found = (await work.session.exec(ordered.limit(MOST))).all()
    if not found:
        return []
    form = await form_of(work, application.service_version_id)
    files = await documents_by_id(work, [one.document_id for one in found if one.document_id])
    rows = []
    for one in found:
        field = form.field(one.question) if one.question else None
        document = files.get(one.document_id) if one.document_id else None
        rows.append(
            ItemRow(
                id=one.id,
                passage_id=one.passage_id,
                kind=one.kind,
                question=one.question,
                label=field.label.in_(language) if field else one.label,
                note=one.note,
                asked_at=one.asked_at,
                answered_at=one.answered_at,
                answer=one.answer,
                document_id=one.document_id if document else None,
                file_name=document.file_name if document else "",
                is_waiting=one.passage_id is None,
            )
        )
    return rows


async def item_to_answer(work: UnitOfWork, application: Application, item_id: UUID) -> IntegrationItem:
    """The item of ``application``, which came through its door, locked. Refuses NotFound, also while it waits."""
    wanted = select(IntegrationItem).where(
        col(IntegrationItem.id) == item_id,
        col(IntegrationItem.application_id) == application.id,
        col(IntegrationItem.passage_id).is_not(None),
        col(IntegrationItem.kind) != ItemKind.OBSERVATION,
    )
    found = (await work.session.exec(wanted.with_for_update())).one_or_none()
    if found is None:
        raise NotFound
    return found


async def open_items(work: UnitOfWork, application: Application, passage_id: UUID) -> int:
    """How many items of a request are not answered."""
    wanted = select(IntegrationItem.id).where(
        col(IntegrationItem.application_id) == application.id,
        col(IntegrationItem.passage_id) == passage_id,
        col(IntegrationItem.answered_at).is_(None),
    )
    return len((await work.session.exec(wanted)).all())
