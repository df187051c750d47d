"""What an operator had typed before proving elsewhere who they are."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlmodel import col, select

from domain.access.model.sign_in_log import KeptForm
from domain.access.rules.secrets import unseal
from domain.kernel.refusals import NotFound
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork

SEALED_FOR = "kept form"


@dataclass(frozen=True)
class KeptFormRow:
    """For which path, and every field as often as it was typed."""

    path: str
    fields: Sequence[tuple[str, str]] = field(repr=False)


async def kept_form(work: UnitOfWork, operator_id: UUID, form_id: UUID) -> KeptFormRow:
    """The form. Refuses NotFound: another operator's, or one older than a quarter of an hour. For the System."""
    wanted = select(KeptForm).where(
        col(KeptForm.id) == form_id, col(KeptForm.operator_id) == operator_id, col(KeptForm.expires_at) > work.now
    )
    found = (await work.session.exec(wanted)).one_or_none()
    if found is None:
        raise NotFound
    fields = json.loads(unseal(settings().secret, found.fields_sealed, SEALED_FOR))
    return KeptFormRow(found.path, [(name, value) for name, value in fields])
