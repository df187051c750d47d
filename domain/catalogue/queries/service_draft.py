"""A draft of a service, for those who write it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from domain.catalogue.model.service_draft import ServiceDraft
from domain.catalogue.permissions import DESIGN_ROLES, may_publish
from domain.catalogue.refusals import FormNotSound, NotYoursToPublish
from domain.catalogue.rules.designing.card_draft import LISTS, SENTENCES, code_of, italian_of, missing
from domain.catalogue.rules.designing.editing import asked_before, step_at, step_of
from domain.catalogue.rules.designing.lines import COMPARABLE, MOST_LINES, Line, Lines, as_lines, comparable
from domain.catalogue.rules.designing.question import Column, as_typed
from domain.catalogue.rules.designing.requirement import fact_fields
from domain.catalogue.rules.designing.telling import tellable
from domain.catalogue.rules.designing.wording import sentences
from domain.catalogue.rules.form_definition import FormDefinition
from domain.catalogue.rules.form_json import form_as_json
from domain.catalogue.rules.publication import faults
from domain.catalogue.rules.requirements import Requirement
from domain.kernel.actor import Actor
from domain.kernel.refusals import NotFound
from domain.kernel.text import Text
from domain.organization.queries.operators import operator_names
from domain.platform.work import UnitOfWork

__all__ = [
    "COMPARABLE",
    "DESIGN_ROLES",
    "LISTS",
    "MOST_LINES",
    "SENTENCES",
    "Column",
    "DraftSheet",
    "Line",
    "Lines",
    "as_lines",
    "as_typed",
    "asked_before",
    "comparable",
    "draft_to_change",
    "fact_fields",
    "form_as_json",
    "italian_of",
    "service_draft",
    "step_at",
    "step_of",
    "tellable",
]


@dataclass(frozen=True)
class DraftSheet:
    """A draft; ``missing`` names the parts of the card to be written, ``faults`` place of the form to reason."""

    id: UUID
    ente_id: UUID
    slug: str
    is_new: bool
    card: dict[str, Any]
    form: FormDefinition
    requirements: tuple[Requirement, ...]
    term_days: int
    procedure_slug: str
    is_online: bool
    revision: int
    changed_at: datetime | None
    changed_by: str
    missing: tuple[str, ...]
    faults: Mapping[str, Text]

    @property
    def title(self) -> str:
        """What the service is called in Italian, as far as somebody has written it."""
        return italian_of(self.card)["title"] or self.slug

    @property
    def benefit_code(self) -> str | None:
        """The code of the help in the national register, as far as somebody has chosen one."""
        return code_of(self.card)

    @property
    def sentences(self) -> Mapping[str, Mapping[str, str]]:
        """Every sentence by its place, in the languages in which it exists."""
        form = self.form.model_dump(mode="json", exclude_none=True)
        return sentences(self.card, form, [one.model_dump(mode="json", exclude_none=True) for one in self.requirements])

    def requirement(self, key: str) -> Requirement:
        """The requirement with this key. Refuses NotFound."""
        found = next((one for one in self.requirements if one.key == key), None)
        if found is None:
            raise NotFound
        return found


async def service_draft(work: UnitOfWork, actor: Actor, draft_id: UUID) -> DraftSheet:
    """The draft with what is missing. Refuses NotFound, NotYoursToPublish."""
    draft = await draft_to_change(work, actor, draft_id, for_update=False)
    form = FormDefinition.model_validate(draft.form)
    by = draft.changed_by_id
    return DraftSheet(
        id=draft.id,
        ente_id=draft.ente_id,
        slug=draft.slug,
        is_new=draft.service_id is None,
        card=draft.card,
        form=form,
        requirements=tuple(Requirement.model_validate(one) for one in draft.requirements),
        term_days=draft.term_days,
        procedure_slug=draft.procedure_slug,
        is_online=draft.is_online,
        revision=draft.revision,
        changed_at=draft.changed_at,
        changed_by=(await operator_names(work, [by])).get(by, "") if by else "",
        missing=missing(draft.card),
        faults=FormNotSound({fault.place: fault.reason for fault in faults(form)}).fields,
    )


async def draft_to_change(work: UnitOfWork, actor: Actor, draft_id: UUID, *, for_update: bool = True) -> ServiceDraft:
    """The draft, locked when it is to be changed. Refuses NotFound, NotYoursToPublish."""
    statement = select(ServiceDraft).where(col(ServiceDraft.id) == draft_id)
    if for_update:
        statement = statement.with_for_update().execution_options(populate_existing=True)
    found = (await work.session.exec(statement)).one_or_none()
    if found is None:
        raise NotFound
    if not may_publish(actor, found.ente_id):
        raise NotYoursToPublish
    return found
