"""Keeps what an operator answers: the text, the ready answer and the files stay when it is refused."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request

from domain.correspondence.terms.conversations import LONGEST, MOST_FILES
from domain.intake.refusals import TooManyAttachments
from domain.kernel.refusals import Invalid
from domain.kernel.text import Text, _
from web.forms import Form
from web.requests.sent_message import ids_of, sent_message

TOO_LONG = _("Il messaggio è troppo lungo. Scrivi al massimo %(most)s caratteri.", most=LONGEST)
TOO_MANY = _("Con un messaggio vanno al massimo %(most)s file. Togline uno.", most=MOST_FILES)


@dataclass(frozen=True)
class Answer:
    """What is to be written; ``is_note`` for colleagues alone."""

    text: str
    document_ids: tuple[UUID, ...]
    ready_answer_id: UUID | None
    is_note: bool


async def answer(
    request: Request[Any, Any, Any],
    take_in: Callable[[bytes, str], Awaitable[UUID]],
    write: Callable[[Answer], Awaitable[Any]],
) -> Form[Any]:
    """What was typed; without errors it is written. Files are kept before the message, and stay when it is refused."""
    sent = await sent_message(request)
    documents, problems = list(sent.kept), dict[str, Text]()
    for file in sent.files:
        try:
            documents.append(await take_in(await file.read(), file.filename[:255]))
        except Invalid as refused:
            problems["files"] = next(iter(refused.fields.values()))
        except TooManyAttachments as refused:
            problems["files"] = refused.message
    documents = list(dict.fromkeys(documents))
    sent.keep(documents)
    if len(sent.text) > LONGEST:
        problems["text"] = TOO_LONG
    if len(documents) > MOST_FILES:
        problems["files"] = TOO_MANY
    if not problems:
        ready = ids_of(sent.form.value("ready_answer_id"))
        wanted = Answer(sent.text, tuple(documents), ready[0] if ready else None, bool(sent.form.value("note")))
        try:
            await write(wanted)  # refuses before it writes anything
        except Invalid as refused:
            problems |= refused.fields
    return sent.form.refuse(problems)
