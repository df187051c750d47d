"""All the documents of a citizen, or of somebody for whom the citizen acts, with the applications they belong to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.catalogue.queries.form_of import Localised
from domain.catalogue.queries.published_services import services_of_versions
from domain.correspondence.queries.conversations.conversation import is_kept_from
from domain.documents.queries.archive.papers_of import PaperFilter, PaperRow, Papers, papers_of
from domain.intake.model.application import Application, Attachment
from domain.intake.model.attestation import Attestation
from domain.intake.model.letter import PassageLetter
from domain.intake.permissions import visible_to
from domain.intake.terms import IN_CONVERSATION, ApplicationStatus
from domain.kernel.actor import Citizen
from domain.kernel.reading import ReadingPurpose, ReadingSubject
from domain.kernel.refusals import NotFound
from domain.platform.reading_log import Reading
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import names

__all__ = ["OwnPapers", "PaperApplication", "PaperFilter", "PaperRow", "own_papers"]

MOST_IN_SCOPE = 500


@dataclass(frozen=True)
class PaperApplication:
    """An application to which a document belongs."""

    id: UUID
    title: Localised


@dataclass(frozen=True)
class OwnPapers:
    """Whose documents, a page of them with the filters, and by document the applications, the first sent first."""

    person_id: UUID
    person_name: str
    papers: Papers
    applications: Mapping[UUID, Sequence[PaperApplication]]


async def own_papers(
    work: UnitOfWork, citizen: Citizen, person_id: UUID, wanted: PaperFilter, page: int = 1
) -> OwnPapers:
    """For the person and who represents the person; a delegate reads what belongs to applications in scope.

    Files of conversations stay out where the person has hidden the messages from who acts for them. The reading of a
    delegate is noted, for the delegator. Refuses NotFound for anybody else's.
    """
    if person_id not in (*citizen.people, *citizen.delegators):
        raise NotFound
    among, also_messages = None, not await is_kept_from(work, citizen, person_id)
    if person_id not in citizen.people:
        among = await _in_scope(work, citizen, person_id, also_messages=also_messages)
        _note(work, citizen, person_id)
    papers = await papers_of(work, citizen, person_id, wanted, page, among=among, also_messages=also_messages)
    called = (await names(work, [person_id])).get(person_id)
    return OwnPapers(
        person_id=person_id,
        person_name=called.full_name if called else "",
        papers=papers,
        applications=await _applications(work, citizen, [one.id for one in papers.page.items]),
    )


async def _in_scope(work: UnitOfWork, citizen: Citizen, person_id: UUID, *, also_messages: bool) -> frozenset[UUID]:
    """What was sent with applications in scope, and their receipts: of the last 500."""
    wanted = select(col(Application.id), col(Application.receipt_id)).where(
        visible_to(citizen),
        col(Application.beneficiary_id) == person_id,
        col(Application.status) != ApplicationStatus.DRAFT,
    )
    ordered = wanted.order_by(col(Application.submitted_at).desc()).limit(MOST_IN_SCOPE)
    found = (await work.session.exec(ordered)).all()
    sent = select(Attachment.document_id).where(col(Attachment.application_id).in_([one for one, _receipt in found]))
    if not also_messages:
        sent = sent.where(col(Attachment.field) != IN_CONVERSATION)
    receipts = {receipt for _one, receipt in found if receipt is not None}
    return frozenset({*receipts, *((await work.session.exec(sent)).all() if found else ())})


async def _applications(
    work: UnitOfWork, citizen: Citizen, document_ids: Sequence[UUID]
) -> dict[UUID, list[PaperApplication]]:
    if not document_ids:
        return {}
    there = _belonging(document_ids)
    wanted = (
        select(there.c.document_id, col(Application.id), col(Application.service_version_id))
        .join(Application, col(Application.id) == there.c.application_id)
        .where(visible_to(citizen), col(Application.status) != ApplicationStatus.DRAFT)
        .order_by(col(Application.submitted_at), col(Application.id))
    )
    found = (await work.session.exec(wanted)).all()
    services = await services_of_versions(work, [version_id for _document, _one, version_id in found])
    rows: dict[UUID, list[PaperApplication]] = {}
    for document_id, application_id, version_id in found:
        rows.setdefault(document_id, []).append(PaperApplication(application_id, services[version_id].card.title))
    return rows


def _belonging(document_ids: Sequence[UUID]) -> Any:
    """The pairs of document and application: sent with it, its receipt, its letters, what was attested of it."""
    pairs = (
        (Attachment.document_id, Attachment.application_id),
        (Application.receipt_id, Application.id),
        (PassageLetter.document_id, PassageLetter.application_id),
        (Attestation.document_id, Attestation.application_id),
    )
    return sa.union(
        *(
            sa.select(col(document).label("document_id"), col(application).label("application_id")).where(
                col(document).in_(document_ids)
            )
            for document, application in pairs
        )
    ).subquery()


def _note(work: UnitOfWork, citizen: Citizen, person_id: UUID) -> None:
    work.note_reading(
        Reading(
            person_id=person_id,
            ente_id=citizen.ambito_id,
            subject=ReadingSubject.ARCHIVE,
            subject_id=person_id,
            purpose=ReadingPurpose.DELEGATION,
        )
    )
