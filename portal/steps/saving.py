"""What a step's page sends: the answers, the files, and the version of the draft that it showed."""

import secrets
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request
from litestar.datastructures import Cookie

from domain.intake.actions.answer_step import AnswerStep, SavedStep, answer_step
from domain.intake.actions.attach_document import AttachDocument
from domain.intake.actions.attach_upload import AttachUpload, attach_upload
from domain.intake.actions.papers.try_document import try_document
from domain.kernel.actor import Citizen, Companion
from domain.kernel.refusals import Invalid
from domain.kernel.text import Text
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork
from web.forms import Form, Typed, typed
from web.visit import visit_of

DRAFT_COOKIE = "bozza"
OWN_NAMES = frozenset({"step", "version", "page", "shown", "action", "upload"})


@dataclass(frozen=True)
class Sent:
    """A step as it was sent. ``seen_version`` None saves whatever happened meanwhile; ``action`` is the button."""

    form: Form[Any]
    step_key: str
    answers: dict[str, Typed]
    shown: frozenset[str]
    seen_version: int | None
    page: str
    is_for_later: bool
    uploads: tuple[UUID, ...]
    action: str = "on"


async def sent_step(request: Request[Any, Any, Any]) -> Sent:
    """Read what the page sent. In a session that has just ended the last word counts: nobody is there to choose."""
    form = await typed(request)
    page, version = str(form.value("page")), str(form.value("version"))
    return Sent(
        form=form,
        step_key=str(form.value("step")),
        page=page,
        answers={name: value for name, value in form.values.items() if name not in OWN_NAMES},
        shown=frozenset(str(form.value("shown")).split()),
        is_for_later=form.value("action") == "later",
        action=str(form.value("action")),
        seen_version=None if visit_of(request).signed_in is None else _seen(request, page, version),
        uploads=tuple(_uploads(form.value("upload"))),
    )


def new_page_token() -> str:
    """A word that tells this page from the same page in another window."""
    return secrets.token_urlsafe(9)


def autosaved_cookie(page: str, version: int) -> Cookie:
    """Remembers that this very page has saved the draft by itself: what it saved is no other window's doing."""
    return Cookie(
        key=DRAFT_COOKIE,
        value=f"{page}:{version}",
        path="/domande",
        httponly=True,
        samesite="lax",
        secure=settings().secure_cookies,
    )


def _seen(request: Request[Any, Any, Any], page: str, version: str) -> int:
    saver, _, saved = request.cookies.get(DRAFT_COOKIE, "").partition(":")
    seen = saved if page and saver == page else version
    return int(seen) if seen.isdecimal() and len(seen) < 9 else 0


def _uploads(value: Typed) -> list[UUID]:
    given = [value] if isinstance(value, str) else value
    found: list[UUID] = []
    for address in given:
        try:
            found.append(UUID(address.rpartition("/")[2]))
        except ValueError:
            continue  # not an address of ours: nothing to attach
    return found


async def save_step(work: UnitOfWork, citizen: Citizen, application_id: UUID, sent: Sent) -> SavedStep:
    """Keep the answers, and the files that can be kept; the problems of both stand together.

    Refuses like ``answer_step``, before any file is looked at.
    """
    command = AnswerStep(
        application_id=application_id, step_key=sent.step_key, values=sent.answers, seen_version=sent.seen_version
    )
    saved = await answer_step(work, citizen, command)
    refused = await keep_files(work, citizen, application_id, sent)
    if not (sent.form.files or sent.uploads):
        return saved
    # the files answer questions too: the same answers once more, for what is still wrong
    again = await answer_step(work, citizen, command.model_copy(update={"seen_version": None}))
    return SavedStep(again.application, again.problems | refused)


async def keep_files(work: UnitOfWork, citizen: Citizen, application_id: UUID, sent: Sent) -> dict[str, Text]:
    """Add the files to the application; what cannot be kept, by question and with the reason.

    They are pages until somebody puts them together, or settles what came late.
    """
    refused = await keep_whole_files(work, citizen, application_id, sent.form)
    for upload_id in sent.uploads:
        try:
            await attach_upload(work, citizen, AttachUpload(upload_id=upload_id, is_page=True))
        except Invalid as problem:
            refused |= problem.fields
    return refused


async def keep_whole_files(
    work: UnitOfWork, actor: Citizen | Companion, application_id: UUID, form: Form[Any]
) -> dict[str, Text]:
    """Add the files that came with the page itself, one after the other; the same."""
    refused: dict[str, Text] = {}
    for field, files in form.files.items():
        for file in files:
            name = file.filename[:255]
            sent = AttachDocument(
                application_id=application_id, field=field, content=await file.read(), file_name=name, is_page=True
            )
            refused |= await try_document(work, actor, sent)
    return refused
