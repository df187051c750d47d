"""Write the sentences of a service that is being written in another language."""

from uuid import UUID

from pydantic import BaseModel

from domain.catalogue.queries.service_draft import draft_to_change
from domain.catalogue.rules.designing.wording import translated
from domain.kernel.actor import Operator
from domain.kernel.languages import BY_CODE, SOURCE
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork


class TranslateDraft(BaseModel):
    """Sentences by their place (``form.steps.0.title``), in the language with this code; empty ones are taken away."""

    draft_id: UUID
    seen_revision: int
    language: str
    words: dict[str, str]


async def translate_draft(work: UnitOfWork, operator: Operator, command: TranslateDraft) -> None:
    """Italian is not written here. Refuses NotFound, NotYoursToPublish, ServiceDraftChanged."""
    if command.language not in BY_CODE or command.language == SOURCE.code:
        raise NotFound
    draft = await draft_to_change(work, operator, command.draft_id)
    draft.saved(seen_revision=command.seen_revision, at=work.now, by_id=operator.operator_id)
    draft.card = translated(draft.card, "card", command.language, command.words)
    draft.form = translated(draft.form, "form", command.language, command.words)
    draft.requirements = translated(draft.requirements, "requirements", command.language, command.words)
