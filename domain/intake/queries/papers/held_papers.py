"""What the page of a step knows of the documents it asks: those that the person's file holds, which days to ask."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from domain.catalogue.queries.form_of import Field, Step, form_of
from domain.catalogue.terms import FieldKind
from domain.documents.queries.held_documents import HeldDocument, held_documents
from domain.documents.queries.kind_rules import validities
from domain.documents.terms import DocumentKind
from domain.intake.model.application import Application
from domain.intake.permissions import may_handle
from domain.intake.queries.attachments_of import AttachmentRow
from domain.intake.rules.typing.paper_days import latest_day
from domain.kernel.actor import Citizen, Operator
from domain.platform.work import UnitOfWork

MOST_SHOWN = 5


@dataclass(frozen=True)
class StepPapers:
    """By question: what the file holds for it (at most 5, the usable first), and the last day for a promise.

    ``expiring`` are the questions whose document has a last day.
    """

    held: Mapping[str, Sequence[HeldDocument]] = field(default_factory=dict)
    latest: Mapping[str, date] = field(default_factory=dict)
    expiring: frozenset[str] = frozenset()


async def step_papers(
    work: UnitOfWork,
    actor: Citizen | Operator,
    application: Application,
    step: Step,
    attached: Mapping[str, Sequence[AttachmentRow]],
) -> StepPapers:
    """For a draft that came through its door; what is ``attached`` already is not offered again.

    The documents are the beneficiary's. None for somebody whom the citizen has only declared, or may not act for.
    """
    asked = {one.key: kind for one in step.fields if (kind := kind_asked(one)) is not None}
    if not asked:
        return StepPapers()
    rules = await validities(work, application.ente_id)
    found = await _held(work, actor, application, frozenset(asked.values()))
    there = {row.document_id for rows in attached.values() for row in rows}
    return StepPapers(
        held={
            key: [one for one in found.get(kind, ()) if one.id not in there][:MOST_SHOWN] for key, kind in asked.items()
        },
        latest={one.key: latest_day(one, work.today) for one in step.fields if one.key in asked},
        expiring=frozenset(key for key, kind in asked.items() if rules[kind].is_expiring),
    )


async def papers_to_reuse(
    work: UnitOfWork, actor: Citizen | Operator, application: Application, field_key: str
) -> frozenset[UUID]:
    """The ids of the documents that may answer the question again today."""
    asked = (await form_of(work, application.service_version_id)).field(field_key)
    kind = kind_asked(asked) if asked else None
    if kind is None:
        return frozenset()
    found = await _held(work, actor, application, frozenset({kind}))
    return frozenset(one.id for one in found.get(kind, ()) if one.is_usable)


def kind_asked(asked: Field) -> DocumentKind | None:
    """What a question for a document asks for; None for any other question."""
    if asked.kind is not FieldKind.DOCUMENT:
        return None
    return DocumentKind(asked.document_kind) if asked.document_kind else DocumentKind.OTHER


async def _held(
    work: UnitOfWork, actor: Citizen | Operator, application: Application, kinds: frozenset[DocumentKind]
) -> Mapping[DocumentKind, Sequence[HeldDocument]]:
    is_stranger = isinstance(actor, Citizen) and (
        application.beneficiary_id in actor.prepares_for or not may_handle(actor, application)
    )
    if is_stranger:
        return {}
    return await held_documents(work, actor, application.beneficiary_id, application.ente_id, kinds)
