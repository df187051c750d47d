"""What was sent with an application comes into the person's file: for the actions that send."""

from domain.catalogue.queries.form_of import form_of
from domain.documents.actions.hold_documents import HoldDocuments, hold_documents
from domain.intake.model.application import Application
from domain.intake.queries.attachments_of import attachments_of
from domain.intake.rules.typing.paper_days import day_read, expires_on
from domain.kernel.actor import Citizen, Operator, System
from domain.platform.work import UnitOfWork


async def hold_papers(work: UnitOfWork, actor: Citizen | Operator | System, application: Application) -> None:
    """Every document of ``application``, which came through its door, with the last day that was said beside it.

    What was in the file before stays as it is there.
    """
    sent = await attachments_of(work, application)
    if not sent:
        return
    form = await form_of(work, application.service_version_id)
    said = {}
    for key, rows in sent.items():
        field = form.field(key)
        day = day_read(expires_on, field, application.answers) if field else None
        said |= {row.document_id: day for row in rows if not row.is_reused}
    await hold_documents(work, actor, HoldDocuments(ente_id=application.ente_id, documents=said))
