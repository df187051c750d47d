"""A register with some sign-ins in it, and ways to look at it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from domain.access.actions.register.prune_register import prune_register
from domain.access.actions.write_transaction import Transaction, write_transaction
from domain.access.queries.register.register_damage import register_damage
from domain.access.rules.register_chain import Damage
from domain.access.terms import TransactionStep, Way
from domain.platform.work import Bind, unit_of_work
from tests.support.given import SYSTEM
from tests.support.personas import ROSA

ISSUER = "https://idp.prova.example"


def an_entry(number: int = 1, step: TransactionStep = TransactionStep.AUTHN_RESPONSE, **other: Any) -> Transaction:
    """A message of the sign-in ``number`` of Rosa."""
    values: dict[str, Any] = {
        "way": Way.SPID,
        "step": step,
        "issuer": ISSUER,
        "request_id": f"_request-{number}",
        "request_instant": "2026-11-22T10:00:00Z",
        "response_id": f"_response-{number}",
        "response_instant": "2026-11-22T10:00:07Z",
        "assertion_id": f"_assertion-{number}",
        "subject": f"_transient-{number}",
        "codice_fiscale": ROSA.codice_fiscale,
        "name_qualifier": ISSUER,
        "is_success": True,
        "body": f"<Response number='{number}'>{ROSA.codice_fiscale}</Response>".encode(),
    }
    return Transaction(**values | other)


@dataclass(frozen=True)
class Book:
    """The register behind ``bind``."""

    bind: Bind

    async def write(self, *entries: Transaction, at: datetime | None = None) -> None:
        """Each entry in a unit of work of its own; ``at`` puts the clock elsewhere."""
        for entry in entries:
            async with unit_of_work(SYSTEM, bind=self.bind) as work:
                if at is not None:
                    work.now = at
                await write_transaction(work, entry)

    async def of_years(self) -> None:
        """Thirty old messages, then thirty of this year: in every chain of both."""
        async with unit_of_work(SYSTEM, bind=self.bind) as work:
            now = work.now
        await self.write(*map(an_entry, range(30)), at=now - timedelta(days=800))
        await self.write(*map(an_entry, range(30, 60)), at=now - timedelta(days=300))

    async def damage(self) -> list[Damage]:
        """What the check finds."""
        async with unit_of_work(SYSTEM, read_only=True, bind=self.bind) as work:
            return await register_damage(work)

    async def prune(self) -> int:
        """How many rows went of age."""
        async with unit_of_work(SYSTEM, bind=self.bind) as work:
            return await prune_register(work)

    async def rows(self, columns: str = "*", *, actor: Any = SYSTEM) -> list[Any]:
        """The rows as ``actor`` sees them, chain by chain."""
        async with unit_of_work(actor, read_only=True, bind=self.bind) as work:
            wanted = sa.text(f"SELECT {columns} FROM access.transaction_record ORDER BY chain, sequence")
            return list((await (await work.session.connection()).execute(wanted)).all())

    async def ids(self) -> list[UUID]:
        """The ids, chain by chain."""
        return [row.id for row in await self.rows("id")]
