"""What the person's file already holds for the questions that want a document."""

from collections.abc import Mapping, Sequence

from domain.catalogue.queries.form_of import Field, Step, form_of
from domain.catalogue.terms import FieldKind
from domain.documents.queries.held_documents import HeldDocument, held_documents
from domain.documents.queries.kind_rules import validities
from domain.documents.terms import DocumentKind
from domain.intake.model.application import Application
from domain.intake.permissions import may_handle
from domain.intake.queries.attachments_of import attachments_of
from domain.kernel.actor import Citizen, Operator
from domain.platform.work import UnitOfWork

MOST_SHOWN = 5


async def held_papers(
    work: UnitOfWork, actor: Citizen | Operator, application: Application, step: Step
) -> Mapping[str, Sequence[HeldDocument]]:
    """By question of ``step``: the beneficiary's documents that answer it, at most 5, without those attached already.

    ``application`` came through its door. Nothing for somebody whom the citizen has only declared, or may not act for.
    """
    asked = {field.key: kind for field in step.fields if (kind := kind_asked(field)) is not None}
    if not asked or not _may_know(actor, application):
        return {}
    found = await held_documents(
        work, actor, application.beneficiary_id, application.ente_id, frozenset(asked.values())
    )
    there = {row.document_id for rows in (await attachments_of(work, application)).values() for row in rows}
    return {
        key: [one for one in found.get(kind, ()) if one.id not in there][:MOST_SHOWN] for key, kind in asked.items()
    }


async def paper_to_reuse(
    work: UnitOfWork, actor: Citizen | Operator, application: Application, field_key: str
) -> Mapping[object, HeldDocument]:
    """The documents that may answer the question again today, by their id."""
    field = (await form_of(work, application.service_version_id)).field(field_key)
    kind = kind_asked(field) if field else None
    if kind is None or not _may_know(actor, application):
        return {}
    found = await held_documents(work, actor, application.beneficiary_id, application.ente_id, {kind})
    return {one.id: one for one in found.get(kind, ()) if one.is_usable}


async def expiring_questions(work: UnitOfWork, application: Application, step: Step) -> frozenset[str]:
    """The questions of ``step`` whose document has a last day that only the paper tells."""
    asked = {field.key: kind for field in step.fields if (kind := kind_asked(field)) is not None}
    if not asked:
        return frozenset()
    rules = await validities(work, application.ente_id)
    return frozenset(key for key, kind in asked.items() if rules[kind].is_expiring)


def kind_asked(field: Field) -> DocumentKind | None:
    """What a question for a document asks for; None for any other question."""
    if field.kind is not FieldKind.DOCUMENT:
        return None
    return DocumentKind(field.document_kind) if field.document_kind else DocumentKind.OTHER


def _may_know(actor: Citizen | Operator, application: Application) -> bool:
    if isinstance(actor, Operator):
        return True
    return application.beneficiary_id not in actor.prepares_for and may_handle(actor, application)
