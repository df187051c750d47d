"""What the person has said so far of an application that is filled in at the desk."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.dialects.postgresql import distinct_on
from sqlmodel import col, select

from domain.catalogue.queries.form_of import FormDefinition
from domain.intake.model.application import Application
from domain.intake.model.assistance import Confirmation
from domain.intake.rules.confirming import digests
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class Said:
    """The latest word on a step or on a declaration.

    ``is_current`` is false once an answer has changed; ``is_aloud`` when an operator has read it, in ``language``.
    """

    is_agreed: bool
    is_current: bool
    is_aloud: bool
    language: str
    at: datetime
    digest: str

    @property
    def counts(self) -> bool:
        """Whether the person agrees to what stands there now."""
        return self.is_agreed and self.is_current


async def confirmations(work: UnitOfWork, application: Application, form: FormDefinition) -> Mapping[str, Said]:
    """The latest word by step or declaration, of an application that came through a door."""
    columns: tuple[Any, ...] = (col(Confirmation.step_key), col(Confirmation.field))
    wanted = (
        select(Confirmation)
        .where(col(Confirmation.application_id) == application.id)
        .ext(distinct_on(*columns))
        .order_by(*columns, col(Confirmation.created_at).desc(), col(Confirmation.id))
    )
    now = digests(form, application.answers)
    return {
        one.field or one.step_key: Said(
            is_agreed=one.is_agreed,
            is_current=one.digest == now.get(one.field or one.step_key),
            is_aloud=one.operator_id is not None,
            language=one.language,
            at=one.created_at,
            digest=one.digest,
        )
        for one in (await work.session.exec(wanted)).all()
    }


@dataclass(frozen=True)
class KeptConfirmation:
    """A confirmation as it stays with the application: what was read, in which language, when, and by which way."""

    id: UUID
    at: datetime
    language: str
    is_agreed: bool
    is_aloud: bool
    shown: tuple[tuple[str, str], ...]


MOST = 100


async def kept_confirmations(work: UnitOfWork, application: Application) -> list[KeptConfirmation]:
    """Everything that was confirmed, the latest first, at most 100."""
    wanted = select(Confirmation).where(col(Confirmation.application_id) == application.id)
    found = (await work.session.exec(wanted.order_by(col(Confirmation.created_at).desc()).limit(MOST))).all()
    return [
        KeptConfirmation(
            id=one.id,
            at=one.created_at,
            language=one.language,
            is_agreed=one.is_agreed,
            is_aloud=one.operator_id is not None,
            shown=tuple((str(label), str(value)) for label, value in one.shown),
        )
        for one in found
    ]
