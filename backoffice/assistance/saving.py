"""What the page of a step sends at the desk: the answers, the files, the version that it showed, the button."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request
from litestar.datastructures import UploadFile

from domain.intake.actions.answer_step import AnswerStep, SavedStep, answer_step
from domain.intake.actions.attach_document import AttachDocument
from domain.intake.actions.papers.try_document import try_document
from domain.kernel.actor import Operator
from domain.kernel.text import Text
from domain.platform.work import UnitOfWork
from web.forms import Form, Typed, typed

OWN_NAMES = frozenset({"step", "version", "shown", "action"})
ON, SHOW = "on", "show"


@dataclass(frozen=True)
class Sent:
    """A step as it was sent; ``action`` is the button: go on, or show it to the person."""

    form: Form[Any]
    step_key: str
    answers: dict[str, Typed]
    shown: frozenset[str]
    seen_version: int
    action: str

    @property
    def heads(self) -> frozenset[str]:
        """The questions of the page, a box of a row counting for its group."""
        return self.shown | {name.partition(".")[0] for name in self.answers}


async def sent_step(request: Request[Any, Any, Any]) -> Sent:
    """Read what the page sent."""
    form = await typed(request)
    version = str(form.value("version"))
    return Sent(
        form=form,
        step_key=str(form.value("step")),
        answers={name: value for name, value in form.values.items() if name not in OWN_NAMES},
        shown=frozenset(str(form.value("shown")).split()),
        seen_version=int(version) if version.isdecimal() and len(version) < 9 else 0,
        action=str(form.value("action")) or ON,
    )


async def save_step(work: UnitOfWork, operator: Operator, application_id: UUID, sent: Sent) -> SavedStep:
    """Keep the answers, and the files that can be kept; the problems of both stand together.

    Refuses like ``answer_step``, before any file is looked at.
    """
    command = AnswerStep(
        application_id=application_id, step_key=sent.step_key, values=sent.answers, seen_version=sent.seen_version
    )
    saved = await answer_step(work, operator, command)
    if not sent.form.files:
        return saved
    refused = await _keep_files(work, operator, application_id, sent.form.files)
    # the files answer questions too: the same answers once more, for what is still wrong
    again = await answer_step(work, operator, command.model_copy(update={"seen_version": None}))
    return SavedStep(again.application, again.problems | refused)


async def _keep_files(
    work: UnitOfWork, operator: Operator, application_id: UUID, sent: dict[str, list[UploadFile]]
) -> dict[str, Text]:
    refused: dict[str, Text] = {}
    for field, files in sent.items():
        for file in files:
            content, name = await file.read(), file.filename[:255]
            command = AttachDocument(application_id=application_id, field=field, content=content, file_name=name)
            refused |= await try_document(work, operator, command)
    return refused
