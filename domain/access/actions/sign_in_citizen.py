"""Lets in a citizen for whom an identity provider vouches: finds or makes the person and the account."""

from typing import Literal
from uuid import UUID

import sqlalchemy as sa
from pydantic import ValidationError
from sqlmodel import col, select

from domain.access.actions.start_session import StartSession, start_session
from domain.access.events import CitizenSignedIn
from domain.access.gateways.identities import Identity, Level
from domain.access.model.account import Account, CitizenIdentity
from domain.access.refusals import sign_in_failed
from domain.access.terms import Site
from domain.platform import locks
from domain.platform.work import UnitOfWork
from domain.registry.actions.record_contact import RecordContact, record_contact
from domain.registry.actions.register_person import RegisterPerson, register_person
from domain.registry.queries.person_by_codice_fiscale import person_by_codice_fiscale
from domain.registry.terms import ContactKind

SEXES: dict[str, Literal["F", "M"]] = {"F": "F", "M": "M"}


async def sign_in_citizen(work: UnitOfWork, identity: Identity, *, ambito_id: UUID, language: str, device: str) -> str:
    """Returns the token of the new session on the portal of ``ambito_id``.

    The codice fiscale is the key: the same person may come in by several identities. Who has none (eIDAS) is known
    by issuer and subject, never by name and birthday. Refuses SignInFailed: a level below 2, and a provider that
    vouches for something that the registry cannot keep.
    """
    if identity.level < Level.TWO:
        raise sign_in_failed("level_too_low")
    await locks.hold(work, "sign in", ambito_id, identity.codice_fiscale or f"{identity.issuer} {identity.subject}")
    account = await _known_account(work, identity, ambito_id)
    is_first = account is None
    if account is None:
        account = Account(ente_id=ambito_id, person_id=await _person(work, identity, ambito_id, language))
        work.session.add(account)
        await work.session.flush()  # the identity and the session point at it
    account.last_sign_in_at = work.now
    await _remember(work, account, identity)
    await work.record(CitizenSignedIn(ente_id=ambito_id, account_id=account.id, is_first=is_first))
    return await start_session(
        work,
        StartSession(
            site=Site.PORTAL,
            way=identity.way,
            ente_id=ambito_id,
            account_id=account.id,
            level=int(identity.level),
            device=device,
            issuer=identity.issuer,
            provider_session=identity.session,
        ),
    )


async def _known_account(work: UnitOfWork, identity: Identity, ambito_id: UUID) -> Account | None:
    if identity.codice_fiscale:
        person = await person_by_codice_fiscale(work, ambito_id, identity.codice_fiscale)
        wanted = select(Account).where(col(Account.person_id) == (person.id if person else None))
    else:
        wanted = (
            select(Account)
            .join(CitizenIdentity, col(CitizenIdentity.account_id) == col(Account.id))
            .where(col(Account.ente_id) == ambito_id, *_same(identity))
        )
    return (await work.session.exec(wanted.with_for_update())).one_or_none()


async def _person(work: UnitOfWork, identity: Identity, ambito_id: UUID, language: str) -> UUID:
    if identity.codice_fiscale:
        known = await person_by_codice_fiscale(work, ambito_id, identity.codice_fiscale)
        if known is not None:
            return known.id
    person_id = await register_person(work, work.actor, _registration(identity, ambito_id, language))
    if identity.email:
        email = RecordContact(person_id=person_id, kind=ContactKind.EMAIL, value=identity.email)
        await record_contact(work, work.actor, email)
    return person_id


def _registration(identity: Identity, ambito_id: UUID, language: str) -> RegisterPerson:
    try:
        return RegisterPerson(
            ambito_id=ambito_id,
            ente_id=ambito_id,
            codice_fiscale=identity.codice_fiscale,
            is_vouched_for=True,
            given_name=identity.given_name,
            family_name=identity.family_name,
            born_on=identity.born_on,
            sex=SEXES.get(identity.sex or ""),
            birthplace_code=identity.birthplace_code,
            language=language,
        )
    except ValidationError:  # what it quotes is personal: nothing of it goes on
        raise sign_in_failed("technical") from None


async def _remember(work: UnitOfWork, account: Account, identity: Identity) -> None:
    wanted = select(CitizenIdentity).where(col(CitizenIdentity.account_id) == account.id, *_same(identity))
    if (await work.session.exec(wanted)).one_or_none() is None:
        work.session.add(
            CitizenIdentity(
                ente_id=account.ente_id,
                account_id=account.id,
                way=identity.way,
                issuer=identity.issuer,
                subject=identity.subject,
                level=int(identity.level),
            )
        )


def _same(identity: Identity) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        col(CitizenIdentity.issuer) == identity.issuer,
        col(CitizenIdentity.subject) == identity.subject,
    )
