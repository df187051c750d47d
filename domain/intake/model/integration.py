"""What the office asks for, item by item, while the term waits; and what the person sends of one's own to a notice."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.intake.refusals import ItemAnswered
from domain.intake.terms import ItemKind
from domain.platform.tables import Table, instant, word


class IntegrationItem(Table, table=True):
    """An answer or a document that is missing: of the form's ``question``, or as ``label`` says.

    ``passage_id`` is the step with which it was asked: until then it waits for the visa ``visa_id``, and the person
    does not see it. An observation upon the notice of a rejection is written here too, asked and answered at once.
    """

    __tablename__ = "integration_item"
    __table_args__ = (
        sa.CheckConstraint("(answered_at IS NULL) = (answer = '' AND document_id IS NULL)", name="answered"),
        sa.CheckConstraint("passage_id IS NOT NULL OR visa_id IS NOT NULL", name="asked"),
        {"schema": "intake"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    application_id: UUID = Field(foreign_key="intake.application.id", index=True)
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    passage_id: UUID | None = Field(default=None, foreign_key="procedure.passage.id", index=True)
    visa_id: UUID | None = Field(default=None, foreign_key="procedure.visa.id", index=True)
    kind: ItemKind = word(ItemKind)
    question: str | None = None
    label: str
    note: str = ""
    asked_at: datetime = instant(nullable=False)
    answered_at: datetime | None = instant()
    answer: str = ""
    document_id: UUID | None = Field(default=None, foreign_key="documents.document.id", index=True)

    def reply(self, answer: str, document_id: UUID | None, at: datetime) -> None:
        """What the person says or sends. Refuses ItemAnswered."""
        if self.answered_at is not None:
            raise ItemAnswered
        self.answer, self.document_id, self.answered_at = answer, document_id, at
