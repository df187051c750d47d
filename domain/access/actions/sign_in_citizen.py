"""Lets in a citizen for whom an identity provider vouches: finds or makes the person and the account."""

from typing import Literal
from uuid import UUID

import sqlalchemy as sa
from pydantic import ValidationError
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

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
from domain.registry.terms import ContactKind, FactSource

SEXES: dict[str, Literal["F", "M"]] = {"F": "F", "M": "M"}


async def sign_in_citizen(work: UnitOfWork, identity: Identity, *, ambito_id: UUID, language: str, device: str) -> str:
    """Returns the token of the new session on the portal of ``ambito_id``.

    The codice fiscale is the key: the same person may come in by several identities. Who has none (eIDAS) is known
    by issuer and subject, never by name and birthday. Refuses SignInFailed: a level below 2, and a provider that
    vouches for something that the registry cannot keep.
    """
    if identity.level < Level.TWO:
        raise sign_in_failed("level_too_low")
    account_id = await _known_account(work, identity, ambito_id)
    is_first = account_id is None
    if account_id is None:
        # Two first sign-ins at once must not make two people.
        await locks.hold(work, "sign in", ambito_id, identity.codice_fiscale or f"{identity.issuer} {identity.subject}")
        account_id = await _known_account(work, identity, ambito_id) or await _open(work, identity, ambito_id, language)
    await _remember(work, account_id, ambito_id, identity)
    await work.record(CitizenSignedIn(ente_id=ambito_id, account_id=account_id, is_first=is_first))
    return await start_session(
        work,
        StartSession(
            site=Site.PORTAL,
            way=identity.way,
            ente_id=ambito_id,
            account_id=account_id,
            level=int(identity.level),
            device=device,
            issuer=identity.issuer,
            provider_session=identity.session,
        ),
    )


async def _known_account(work: UnitOfWork, identity: Identity, ambito_id: UUID) -> UUID | None:
    """The account, which has been used just now."""
    if identity.codice_fiscale:
        person = await person_by_codice_fiscale(work, ambito_id, identity.codice_fiscale)
        if person is None:
            return None
        which = col(Account.person_id) == person.id
    else:
        known = sa.select(col(CitizenIdentity.account_id)).where(*_same(identity))
        which = sa.and_(col(Account.ente_id) == ambito_id, col(Account.id).in_(known))
    used = sa.update(Account).where(which).values(last_sign_in_at=work.now).returning(col(Account.id))
    return (await (await work.session.connection()).execute(used)).scalar_one_or_none()


async def _open(work: UnitOfWork, identity: Identity, ambito_id: UUID, language: str) -> UUID:
    person_id = await _person(work, identity, ambito_id, language)
    account = Account(ente_id=ambito_id, person_id=person_id, last_sign_in_at=work.now)
    work.session.add(account)
    await work.session.flush()  # the identity and the session point at it
    return account.id


async def _person(work: UnitOfWork, identity: Identity, ambito_id: UUID, language: str) -> UUID:
    if identity.codice_fiscale:
        known = await person_by_codice_fiscale(work, ambito_id, identity.codice_fiscale)
        if known is not None:
            return known.id
    person_id = await register_person(work, work.actor, _registration(identity, ambito_id, language))
    if identity.email:
        email = RecordContact(
            person_id=person_id, kind=ContactKind.EMAIL, value=identity.email, source=FactSource.PROVIDER
        )
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
            source=FactSource.PROVIDER,
        )
    except ValidationError:  # what it quotes is personal: nothing of it goes on
        raise sign_in_failed("technical") from None


async def _remember(work: UnitOfWork, account_id: UUID, ambito_id: UUID, identity: Identity) -> None:
    row = CitizenIdentity(
        ente_id=ambito_id,
        account_id=account_id,
        way=identity.way,
        issuer=identity.issuer,
        subject=identity.subject,
        level=int(identity.level),
    )
    once = insert(CitizenIdentity).values(**row.model_dump()).on_conflict_do_nothing()
    await (await work.session.connection()).execute(once)


def _same(identity: Identity) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        col(CitizenIdentity.issuer) == identity.issuer,
        col(CitizenIdentity.subject) == identity.subject,
    )
