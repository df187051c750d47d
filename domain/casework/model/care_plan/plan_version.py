"""A version of a plan: written, proposed, shared with the person, accepted or not. Earlier ones stay as they were."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.casework.refusals import NotADraft, NotProposed, NotShared, VersionUnderWay, VisaLacks
from domain.casework.rules.care_plan.content import PlanContent, fingerprint
from domain.casework.terms.care_plans import AnswerWay, VersionState
from domain.platform.database import means
from domain.platform.tables import Json, Table, column, instant, word

UNDER_WAY = (VersionState.DRAFT, VersionState.PROPOSED, VersionState.SHARED)
IS_UNDER_WAY = "state IN ('draft', 'proposed', 'shared')"


class CarePlanVersion(Table, table=True):
    """What the plan says under one number. One at a time is under way.

    ``sha256`` is the fingerprint of what was proposed: what the person accepts is that, and nothing else.
    ``is_visa_wanted``: a head has to let it go first; ``visa_by_id`` is who did.
    """

    __tablename__ = "care_plan_version"
    __table_args__ = (
        sa.UniqueConstraint("plan_id", "number"),
        sa.Index("uq_care_plan_version_under_way", "plan_id", unique=True, postgresql_where=sa.text(IS_UNDER_WAY)),
        sa.CheckConstraint("state IN ('draft', 'replaced') OR sha256 <> ''", name="sealed"),
        {"schema": "casework"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    plan_id: UUID = Field(foreign_key="casework.care_plan.id")
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    number: int
    state: VersionState = word(VersionState, default=VersionState.DRAFT)
    content: dict[str, Any] = column(Json, default_factory=dict)
    sha256: str = ""
    author_id: UUID = Field(foreign_key="organization.operator.id")
    is_visa_wanted: bool = False
    visa_by_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    visa_at: datetime | None = instant()
    shared_at: datetime | None = instant()
    is_online: bool = False
    answered_on: date | None = None
    answered_at: datetime | None = instant()
    answer_way: AnswerWay | None = word(AnswerWay, default=None, nullable=True)
    answered_by_id: UUID | None = Field(default=None, foreign_key="registry.person.id", index=True)
    answer_note: str = ""

    @property
    def says(self) -> PlanContent:
        """What it says."""
        return PlanContent.model_validate(self.content)

    @property
    def waits_for_visa(self) -> bool:
        """Whether a head has to look at it."""
        return self.state is VersionState.PROPOSED and self.is_visa_wanted and self.visa_at is None

    def write(self, content: PlanContent) -> None:
        """Say something else. Refuses NotADraft."""
        if self.state is not VersionState.DRAFT:
            raise NotADraft
        self.content = content.model_dump(mode="json")

    def propose(self, *, is_visa_wanted: bool) -> None:
        """It is whole: nobody writes in it from now on. Refuses NotADraft."""
        if self.state is not VersionState.DRAFT:
            raise NotADraft
        self.sha256, self.is_visa_wanted = fingerprint(self.says), is_visa_wanted
        self.state = VersionState.PROPOSED

    def give_visa(self, operator_id: UUID, at: datetime) -> None:
        """A head lets it go. Refuses NotProposed when no visa is waited for."""
        if not self.waits_for_visa:
            raise NotProposed
        self.visa_by_id, self.visa_at = operator_id, at

    def refuse_visa(self) -> None:
        """A head sends it back: it is a draft again. Refuses NotProposed when no visa is waited for."""
        if not self.waits_for_visa:
            raise NotProposed
        self._reopen()

    def take_back(self) -> None:
        """The office writes in it again, before the person has answered. Refuses NotProposed."""
        if self.state not in (VersionState.PROPOSED, VersionState.SHARED):
            raise NotProposed
        self._reopen()

    def share(self, at: datetime, *, is_online: bool) -> None:
        """The person has it from now on, on the portal too if ``is_online``. Refuses NotProposed, VisaLacks."""
        if self.state is not VersionState.PROPOSED:
            raise NotProposed
        if self.waits_for_visa:
            raise VisaLacks
        self.shared_at, self.is_online = at, is_online
        self.state = VersionState.SHARED

    def answer(
        self, way: AnswerWay, on: date, at: datetime, note: str, *, is_accepted: bool, citizen_id: UUID | None = None
    ) -> None:
        """What the person says to it, once. Refuses NotShared."""
        if self.state is not VersionState.SHARED:
            raise NotShared
        self.answer_way, self.answered_on, self.answered_at, self.answer_note = way, on, at, note
        self.answered_by_id = citizen_id
        self.state = VersionState.ACCEPTED if is_accepted else VersionState.REFUSED

    def be_replaced(self) -> None:
        """Another version was agreed on."""
        self.state = VersionState.REPLACED

    def _reopen(self) -> None:
        self.state, self.sha256, self.is_visa_wanted = VersionState.DRAFT, "", False
        self.visa_by_id = self.visa_at = self.shared_at = None
        self.is_online = False


means("uq_care_plan_version_under_way", VersionUnderWay())
