"""Keeps what a person sends in a message: a file that is good stays, whatever else has to be put right."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from litestar import Request

from domain.correspondence.refusals import TooManyMessages
from domain.correspondence.terms.conversations import LONGEST, MOST_FILES
from domain.intake.refusals import TooManyAttachments
from domain.kernel.refusals import Invalid
from domain.kernel.text import Text, _
from web.forms import Form
from web.requests.sent_message import SentMessage, sent_message

TOO_LONG = _("Il messaggio è troppo lungo. Scrivi al massimo %(most)s caratteri.", most=LONGEST)
TOO_MANY = _("Con un messaggio vanno al massimo %(most)s file. Togline uno.", most=MOST_FILES)
TakeIn = Callable[[bytes, str], Awaitable[UUID]]
Finish = Callable[[UUID], Awaitable[UUID]]
Write = Callable[[str, tuple[UUID, ...]], Awaitable[Any]]


async def send(
    request: Request[Any, Any, Any], take_in: TakeIn, write: Write, finish: Finish | None = None
) -> Form[Any]:
    """What was typed; without errors it is sent. Files are kept before the message, and stay when it is refused.

    ``take_in`` keeps a file (its bytes and name), ``finish`` one that has arrived in pieces.
    """
    sent = await sent_message(request)
    documents, problems = await _keep(sent, take_in, finish)
    sent.keep(documents)
    if len(sent.text) > LONGEST:
        problems["text"] = TOO_LONG
    if len(documents) > MOST_FILES:
        problems["files"] = TOO_MANY
    if not problems:
        problems = await _write(sent.text, documents, write)
    return sent.form.refuse(problems)


async def _write(text: str, documents: list[UUID], write: Write) -> dict[str, Text]:
    """The action refuses before it writes anything: nothing is undone, and the files stay."""
    try:
        await write(text, tuple(documents))
    except Invalid as refused:
        return dict(refused.fields)
    except TooManyMessages as refused:
        return {"text": refused.message}
    return {}


async def _keep(sent: SentMessage, take_in: TakeIn, finish: Finish | None) -> tuple[list[UUID], dict[str, Text]]:
    """The documents that wait for the message, and what is wrong with the others."""
    documents, problems = list(sent.kept), dict[str, Text]()
    for file in sent.files:
        try:
            documents.append(await take_in(await file.read(), file.filename[:255]))
        except Invalid as refused:
            problems["files"] = next(iter(refused.fields.values()))
        except TooManyAttachments as refused:
            problems["files"] = refused.message
    for upload_id in sent.uploads if finish else ():
        try:
            documents.append(await finish(upload_id))  # pyright: ignore[reportOptionalCall] - see the line before
        except Invalid as refused:
            problems["files"] = next(iter(refused.fields.values()))
    return list(dict.fromkeys(documents)), problems
