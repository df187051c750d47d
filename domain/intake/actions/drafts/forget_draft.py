"""A draft and everything that belongs to it are gone."""

from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.documents.actions.remove_papers import RemovePapers, remove_papers
from domain.intake.model.application import Application, Attachment
from domain.intake.model.assistance import Confirmation, Recognised, SecondScreen
from domain.intake.model.signature import Signature
from domain.intake.refusals import AlreadySubmitted
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork

AROUND_IT = (Attachment, Confirmation, SecondScreen, Recognised, Signature)
"""In this order: a confirmation names the screen on which it was given."""


async def forget_draft(work: UnitOfWork, system: System, application: Application) -> None:
    """Delete ``application``, locked, with its files, screens, confirmations and signatures.

    A file that answers another application too stays with that one, and one of the person's file stays there. Refuses
    AlreadySubmitted.
    """
    if not application.is_draft:
        raise AlreadySubmitted
    papers = await _own_papers(work, application)
    for table in AROUND_IT:
        await work.session.exec(sa.delete(table).where(col(table.application_id) == application.id))
    await remove_papers(work, system, RemovePapers(about_id=application.id, document_ids=papers))
    await work.session.delete(application)
    await work.session.flush()  # it is the program that deletes: not who asks for it, who may not touch all of this


async def _own_papers(work: UnitOfWork, application: Application) -> tuple[UUID, ...]:
    sent = select(Attachment.document_id).where(
        col(Attachment.application_id) == application.id, col(Attachment.is_reused).is_(False)
    )
    signed = select(Signature.document_id).where(
        col(Signature.application_id) == application.id, col(Signature.document_id).is_not(None)
    )
    found = {*(await work.session.exec(sent)).all(), *(await work.session.exec(signed)).all()}
    elsewhere = select(Attachment.document_id).where(
        col(Attachment.document_id).in_(found), col(Attachment.application_id) != application.id
    )
    return tuple(found - set((await work.session.exec(elsewhere)).all()))
