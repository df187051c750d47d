"""The secret of a code app that no code has confirmed yet."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from domain.access.model.credential import OperatorCredential
from domain.access.rules.secrets import unseal
from domain.access.rules.totp import SEALED_FOR, address_of, in_groups, qr_code
from domain.organization.queries.operators import operator_card
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class TotpToConfirm:
    """What the page shows: an image as a data address, the secret in groups of four letters."""

    qr_code: str
    secret: str


async def totp_to_confirm(work: UnitOfWork, operator_id: UUID) -> TotpToConfirm | None:
    """The secret that waits; None when none does."""
    wanted = select(OperatorCredential.totp_waiting_sealed).where(col(OperatorCredential.operator_id) == operator_id)
    sealed = (await work.session.exec(wanted)).one_or_none()
    if not sealed:
        return None
    secret = unseal(settings().secret, sealed, SEALED_FOR)
    email = (await operator_card(work, operator_id)).email
    return TotpToConfirm(qr_code(address_of(secret, email)), in_groups(secret))
