"""Somebody types an e-mail address or a mobile number: a one-time code leaves for it."""

from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import AfterValidator, BaseModel, Field
from sqlmodel import col, select

from domain.access.actions.count_try import count_try
from domain.access.events import OneTimeCodeAsked
from domain.access.model.desk import SignInCode
from domain.access.refusals import TooManyTries
from domain.access.rules.one_time_codes import CODE_LIFE, MOST_CODES_A_DAY, RECIPIENT, contact_hash, contact_of
from domain.access.rules.secrets import fingerprint, seal
from domain.kernel.actor import System
from domain.kernel.clock import day_of
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.platform.settings import settings
from domain.platform.work import Bind, UnitOfWork, unit_of_work
from domain.registry.terms import ContactKind


def _is_contact(typed: str) -> str:
    return contact_of(typed).value


class AskCode(BaseModel):
    """The contact, as typed; where the person is, and where they want to go afterwards.

    A code that ``is_proof`` goes to anybody and opens nothing; any other leaves only if it opens an account.
    """

    contact: Annotated[str, Field(max_length=254), AfterValidator(_is_contact)]
    ambito_id: UUID
    browser_token: str
    language: str
    return_path: str
    address: str = ""
    is_proof: bool = False


async def ask_code(command: AskCode, *, bind: Bind | None = None) -> UUID:
    """Make a code for this browser and have it sent; its id. The same happens whether anybody has the contact or not.

    Refuses TooManyTries, and Invalid for a mobile number where no SMS is sent.
    """
    key, contact = settings().secret, contact_of(command.contact)
    if contact.kind is ContactKind.PHONE and not settings().sms_url:
        raise Invalid({"contact": _("Per ora mandiamo i codici solo per e-mail. Scrivi il tuo indirizzo e-mail.")})
    hashed = contact_hash(key, contact)
    await count_try(f"code {hashed}", command.address, bind=bind)
    async with unit_of_work(System("ask code"), bind=bind) as work:
        if await _asked_today(work, hashed) >= MOST_CODES_A_DAY:
            raise TooManyTries
        row = SignInCode(
            ente_id=command.ambito_id,
            kind=contact.kind,
            contact_hash=hashed,
            recipient=seal(key, contact.value, RECIPIENT),
            browser_hash=fingerprint(key, command.browser_token),
            language=command.language,
            return_path=command.return_path,
            is_proof=command.is_proof,
            created_at=work.now,
            expires_at=work.now + CODE_LIFE,
        )
        work.session.add(row)
        await work.record(OneTimeCodeAsked(ente_id=command.ambito_id, code_id=row.id))
    return row.id


async def _asked_today(work: UnitOfWork, hashed: str) -> int:
    is_today = sa.func.date(sa.func.timezone("Europe/Rome", col(SignInCode.created_at))) == day_of(work.now)
    wanted = select(sa.func.count(col(SignInCode.id))).where(col(SignInCode.contact_hash) == hashed, is_today)
    return (await work.session.exec(wanted)).one()
