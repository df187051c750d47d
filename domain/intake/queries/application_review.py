"""Everything on one page before it is sent (C.SE.1.4), and afterwards to read it again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from domain.catalogue.queries.published_services import ServiceCard
from domain.intake.model.application import Application
from domain.intake.queries.application_form import application_form
from domain.intake.queries.application_of import application_of
from domain.intake.queries.attachments_of import AttachmentRow
from domain.intake.queries.papers.promises_of import PromiseRow, promises_of
from domain.intake.queries.signature_rows import SignatureRow, signature_rows
from domain.intake.rules.completeness import missing
from domain.intake.rules.summary import StepSummary, summary
from domain.intake.terms import SignatureState
from domain.kernel.actor import Citizen, Operator
from domain.kernel.text import Text
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class Review:
    """All the steps with question and answer, the files, what is missing, and after sending what is still promised.

    ``signatures`` are those of the others who sign, empty where nobody else does.
    """

    application: Application
    card: ServiceCard
    steps: tuple[StepSummary, ...]
    attachments: Mapping[str, tuple[AttachmentRow, ...]]
    missing: Mapping[str, Mapping[str, Text]]
    promises: Mapping[str, PromiseRow] = field(default_factory=dict)
    signatures: tuple[SignatureRow, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether it can be sent."""
        return not self.missing

    @property
    def is_being_signed(self) -> bool:
        """Whether all the others were asked, and it only waits for them."""
        return bool(self.signatures) and all(one.id is not None for one in self.signatures)

    @property
    def is_signed(self) -> bool:
        """Whether nobody's signature is missing."""
        return all(one.state is SignatureState.SIGNED for one in self.signatures)


async def application_review(
    work: UnitOfWork, actor: Citizen | Operator, application_id: UUID, *, language: str | None = None
) -> Review:
    """The review of one's own application, or of one filled in at the desk. Refuses NotFound.

    In ``language``, or in that of the application.
    """
    application = await application_of(work, actor, application_id)
    asked = await application_form(work, actor, application)
    files = {key: [row.file_name for row in rows] for key, rows in asked.attachments.items()}
    counts = {key: len(rows) for key, rows in asked.attachments.items()}
    gaps = missing(asked.form, application.answers, counts, today=work.today) if application.is_draft else {}
    return Review(
        application=application,
        card=asked.card,
        attachments=asked.attachments,
        missing=gaps,
        promises=await promises_of(work, application),
        signatures=await signature_rows(work, application, asked.form),
        steps=summary(asked.form, application.answers, language or application.language, files),
    )
