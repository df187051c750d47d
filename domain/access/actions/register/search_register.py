"""An auditor searches the register: the search itself is written down first."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field

from domain.access.gateways.register_keys import register_keys
from domain.access.model.transaction import RegisterAccess
from domain.access.permissions import may_audit
from domain.access.rules.secrets import fingerprint
from domain.access.terms import TransactionStep, Way
from domain.kernel.actor import Operator
from domain.kernel.clock import ROME
from domain.kernel.refusals import NotAllowed
from domain.platform.work import UnitOfWork

LONGEST = 300


class SearchRegister(BaseModel):
    """What to look for, every given thing together, and why. Instants without a zone are Italian time."""

    reason: str = Field(min_length=10, max_length=500)
    way: Way | None = None
    step: TransactionStep | None = None
    issuer: str = Field(default="", max_length=LONGEST)
    request_id: str = Field(default="", max_length=LONGEST)
    response_id: str = Field(default="", max_length=LONGEST)
    assertion_id: str = Field(default="", max_length=LONGEST)
    subject: str = Field(default="", max_length=LONGEST, repr=False)
    codice_fiscale: str = Field(default="", max_length=LONGEST, repr=False)
    starts_at: datetime | None = None
    ends_at: datetime | None = None


async def search_register(work: UnitOfWork, operator: Operator, command: SearchRegister) -> UUID:
    """Notes who searches for what and why; returns the search, whose answers ``register_search`` gives.

    People are noted only by fingerprints, under every key that may have made one. Refuses NotAllowed to whoever is
    no auditor.
    """
    if not may_audit(operator):
        raise NotAllowed
    search = RegisterAccess(
        ente_id=operator.ente_id,
        operator_id=operator.operator_id,
        office_id=operator.office_id,
        reason=command.reason,
        criteria=dict(_criteria(command)),
        created_at=work.now,
    )
    work.session.add(search)
    await work.session.flush()  # the role may only add rows here: what is wrong must be told now
    return search.id


def _criteria(command: SearchRegister) -> Iterator[tuple[str, Any]]:
    for name in ("way", "step", "issuer", "request_id", "response_id", "assertion_id"):
        if wanted := getattr(command, name):
            yield name, str(wanted).strip()
    for name, typed in (("subject_hash", command.subject), ("person_hash", command.codice_fiscale.upper())):
        if typed.strip():
            yield name, [fingerprint(key, typed.strip()) for key in register_keys().by_id.values()]
    for name in ("starts_at", "ends_at"):
        if instant := getattr(command, name):
            yield name, (instant if instant.tzinfo else instant.replace(tzinfo=ROME)).isoformat()
