"""Documents that Rosa sends: with an application that is sent, or with one that she is filling in."""

import io
from datetime import date
from uuid import UUID

from PIL import Image

from domain.catalogue.queries.form_of import Step, form_of
from domain.documents.queries.held_documents import HeldDocument
from domain.intake.actions.answer_step import AnswerStep, answer_step
from domain.intake.actions.attach_document import AttachDocument, attach_document
from domain.intake.actions.submit_application import SubmitApplication, submit_application
from domain.intake.model.application import Application, Attachment
from domain.intake.queries.attachments_of import attachments_of
from domain.intake.queries.papers.held_papers import step_papers
from domain.kernel.actor import Citizen
from domain.platform.work import UnitOfWork
from tests.support.applications import a_filled_draft


def a_photo(colour: int = 120, size: tuple[int, int] = (60, 40)) -> bytes:
    """A photograph like no other."""
    made = io.BytesIO()
    Image.new("RGB", size, (colour, 10, 10)).save(made, "JPEG")
    return made.getvalue()


async def attach(
    work: UnitOfWork, citizen: Citizen, application_id: UUID, content: bytes, name: str = "carta.jpg"
) -> Attachment:
    """The file answers the question for an identity card."""
    sent = AttachDocument(application_id=application_id, field="identity", content=content, file_name=name)
    return await attach_document(work, citizen, sent)


async def send_with_card(
    work: UnitOfWork, citizen: Citizen, ends: date | None, *, for_person_id: UUID | None = None, colour: int = 120
) -> Application:
    """An application that was sent with an identity card; ``ends`` is the day that stands on it."""
    draft = await a_filled_draft(work, citizen, for_person_id=for_person_id)
    await attach(work, citizen, draft.id, a_photo(colour))
    values: dict[str, str | list[str]] = {"identity.expires": ends.isoformat() if ends else ""}
    await answer_step(work, citizen, AnswerStep(application_id=draft.id, step_key="papers", values=values))
    return await submit_application(work, citizen, SubmitApplication(application_id=draft.id))


async def offered(work: UnitOfWork, citizen: Citizen, draft: Application) -> list[HeldDocument]:
    """What the page of the documents offers for the identity card."""
    step = (await form_of(work, draft.service_version_id)).step("papers")
    assert isinstance(step, Step)
    papers = await step_papers(work, citizen, draft, step, await attachments_of(work, draft))
    return list(papers.held["identity"])
