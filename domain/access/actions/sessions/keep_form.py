"""Keeps what an operator had typed, while they prove elsewhere who they are."""

import json
from datetime import timedelta
from uuid import UUID, uuid4

import sqlalchemy as sa
from pydantic import BaseModel, Field
from sqlmodel import col

from domain.access.model.sign_in_log import KeptForm
from domain.access.queries.sessions.kept_form import SEALED_FOR
from domain.access.rules.secrets import seal
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork

LIFE = timedelta(minutes=15)
LONGEST = 200_000
"""Characters of everything that was typed."""


class KeepForm(BaseModel):
    """Who typed what, for which path."""

    operator_id: UUID
    path: str
    fields: list[tuple[str, str]] = Field(repr=False)


async def keep_form(work: UnitOfWork, command: KeepForm) -> UUID:
    """Its id, under which the same operator finds it for a quarter of an hour. For the System.

    Raises ValueError for more than anybody types.
    """
    await work.session.exec(sa.delete(KeptForm).where(col(KeptForm.expires_at) < work.now))
    written = json.dumps(command.fields)
    if len(written) > LONGEST:
        raise ValueError("the form is too large to be kept")
    kept = KeptForm(
        id=uuid4(),
        operator_id=command.operator_id,
        path=command.path,
        fields_sealed=seal(settings().secret, written, SEALED_FOR),
        expires_at=work.now + LIFE,
    )
    work.session.add(kept)
    return kept.id
