"""Keeps what a person sends in a message: a file that is good stays, whatever else has to be put right."""

from typing import Any
from uuid import UUID

from litestar import Request

from domain.correspondence.refusals import TooManyMessages
from domain.correspondence.terms.conversations import LONGEST, MOST_FILES
from domain.intake.actions.attach_upload import AttachUpload, attach_upload
from domain.intake.actions.conversation.take_in_message_file import TakeInMessageFile, take_in_message_file
from domain.intake.actions.conversation.write_about_application import WriteAboutApplication, write_about_application
from domain.intake.refusals import TooManyAttachments
from domain.kernel.actor import Citizen
from domain.kernel.refusals import Invalid
from domain.kernel.text import Text, _
from domain.platform.work import UnitOfWork
from web.forms import Form
from web.locale import language_code
from web.requests.sent_message import SentMessage, sent_message

TOO_LONG = _("Il messaggio è troppo lungo. Scrivi al massimo %(most)s caratteri.", most=LONGEST)
TOO_MANY = _("Con un messaggio vanno al massimo %(most)s file. Togline uno.", most=MOST_FILES)


async def send(request: Request[Any, Any, Any], work: UnitOfWork, citizen: Citizen, application_id: UUID) -> Form[Any]:
    """What was typed; without errors it is sent. Files are kept before the message, and stay when it is refused."""
    sent = await sent_message(request)
    documents, problems = await _keep(work, citizen, application_id, sent)
    sent.keep(documents)
    if len(sent.text) > LONGEST:
        problems["text"] = TOO_LONG
    if len(documents) > MOST_FILES:
        problems["files"] = TOO_MANY
    if not problems:
        problems = await _write(work, citizen, application_id, sent.text, documents)
    return sent.form.refuse(problems)


async def _write(
    work: UnitOfWork, citizen: Citizen, application_id: UUID, text: str, documents: list[UUID]
) -> dict[str, Text]:
    """The action refuses before it writes anything: nothing is undone, and the files stay."""
    command = WriteAboutApplication(
        application_id=application_id, text=text, document_ids=tuple(documents), typed_in=language_code()
    )
    try:
        await write_about_application(work, citizen, command)
    except Invalid as refused:
        return dict(refused.fields)
    except TooManyMessages as refused:
        return {"text": refused.message}
    return {}


async def _keep(
    work: UnitOfWork, citizen: Citizen, application_id: UUID, sent: SentMessage
) -> tuple[list[UUID], dict[str, Text]]:
    """The documents that wait for the message, and what is wrong with the others."""
    documents, problems = list(sent.kept), dict[str, Text]()
    for file in sent.files:
        command = TakeInMessageFile(
            application_id=application_id, content=await file.read(), file_name=file.filename[:255]
        )
        try:
            documents.append(await take_in_message_file(work, citizen, command))
        except Invalid as refused:
            problems["files"] = next(iter(refused.fields.values()))
        except TooManyAttachments as refused:
            problems["files"] = refused.message
    for upload_id in sent.uploads:
        try:
            documents.append((await attach_upload(work, citizen, AttachUpload(upload_id=upload_id))).document_id)
        except Invalid as refused:
            problems["files"] = next(iter(refused.fields.values()))
    return list(dict.fromkeys(documents)), problems
