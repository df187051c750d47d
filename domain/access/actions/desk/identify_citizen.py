"""An operator recognises a person at the desk and hands over an access with one-time codes."""

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field
from sqlmodel import col, select

from domain.access.events import CitizenIdentified
from domain.access.model.account import Account, CitizenIdentity
from domain.access.model.desk import CodeContact, Identification
from domain.access.rules.one_time_codes import ACTIVATION_LIFE, Contact, contact_hash, number_hash, number_of
from domain.access.rules.seen_documents import SeenDocument, check_document
from domain.access.terms import Way
from domain.kernel import mobile
from domain.kernel.actor import Operator
from domain.kernel.email import OptionalEmail
from domain.kernel.refusals import Invalid, NotAllowed
from domain.kernel.roles import DESK_ROLES
from domain.kernel.text import _
from domain.platform import locks
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork, as_the_program
from domain.registry.actions.record_contact import RecordContact, record_contact
from domain.registry.queries.person_card import PersonCard, person_card
from domain.registry.terms import ContactKind

DESK = "sportello"


class IdentifyCitizen(SeenDocument):
    """Who, by which document, and where the codes go. ``belongs_to`` names the owner of a contact of somebody else."""

    person_id: UUID
    email: OptionalEmail = ""
    phone: Annotated[str, AfterValidator(mobile.check_or_empty)] = ""
    belongs_to: str = Field(default="", max_length=100)


async def identify_citizen(work: UnitOfWork, operator: Operator, command: IdentifyCitizen) -> UUID:
    """Write the recognition down and give back its id; the number of the slip follows from it (``desk_slip``).

    The contacts named now are those that count, after the person has used the number once; former ones count no more.
    Refuses NotAllowed, NotFound, and Invalid: an expired document, or no contact that gets codes.
    """
    if not operator.has(*DESK_ROLES):
        raise NotAllowed
    check_document(command, work.today)
    contacts = _contacts(command)
    card = await person_card(work, operator, command.person_id)
    await _keep_contacts(work, operator, command)
    ambito_id = (operator.family or operator.enti)[0]  # the ambito comes first
    await locks.hold(work, "sign in", ambito_id, card.codice_fiscale or card.id)
    async with as_the_program(work, "identify citizen"):
        account = await _account(work, card, ambito_id)
        identification = _identification(work, operator, command, card, account)
        work.session.add(identification)
        await work.session.flush()  # the contacts point at it
        await _hand_over(work, account, identification, contacts)
    await work.record(
        CitizenIdentified(
            ente_id=card.ente_id,
            identification_id=identification.id,
            person_id=card.id,
            account_id=account.id,
            operator_id=operator.operator_id,
        )
    )
    return identification.id


def _contacts(command: IdentifyCitizen) -> list[Contact]:
    found = [Contact(ContactKind.EMAIL, command.email)] if command.email else []
    if command.phone and settings().sms_url:
        found.append(Contact(ContactKind.PHONE, command.phone))
    if not found:
        raise Invalid({"email": _("Scrivi l'e-mail: senza non possiamo mandare i codici.")})
    return found


async def _keep_contacts(work: UnitOfWork, operator: Operator, command: IdentifyCitizen) -> None:
    for kind, value in ((ContactKind.EMAIL, command.email), (ContactKind.PHONE, command.phone)):
        if value:
            contact = RecordContact(
                person_id=command.person_id, kind=kind, value=value, belongs_to=command.belongs_to.strip()
            )
            await record_contact(work, operator, contact)


async def _account(work: UnitOfWork, card: PersonCard, ambito_id: UUID) -> Account:
    wanted = select(Account).where(col(Account.person_id) == card.id).with_for_update()
    account = (await work.session.exec(wanted)).one_or_none()
    if account is None:
        account = Account(ente_id=ambito_id, person_id=card.id)
        work.session.add(account)
        await work.session.flush()  # the identity and the contacts point at it
    by_desk = col(CitizenIdentity.account_id) == account.id, col(CitizenIdentity.issuer) == DESK
    if (await work.session.exec(select(CitizenIdentity).where(*by_desk))).first() is None:
        work.session.add(
            CitizenIdentity(
                ente_id=account.ente_id,
                account_id=account.id,
                way=Way.CODE,
                issuer=DESK,
                subject=str(account.id),
                level=1,
            )
        )
    return account


def _identification(
    work: UnitOfWork, operator: Operator, command: IdentifyCitizen, card: PersonCard, account: Account
) -> Identification:
    return Identification(
        ente_id=card.ente_id,
        person_id=card.id,
        account_id=account.id,
        operator_id=operator.operator_id,
        office_id=operator.office_id,
        created_at=work.now,
        **command.model_dump(include=set(SeenDocument.model_fields)),
    )


async def _hand_over(
    work: UnitOfWork, account: Account, identification: Identification, contacts: list[Contact]
) -> None:
    key = settings().secret
    wanted = select(CodeContact).where(col(CodeContact.account_id) == account.id).with_for_update()
    former = {one.contact_hash: one for one in (await work.session.exec(wanted)).all()}
    number = number_hash(key, number_of(key, str(identification.id)))
    for contact in contacts:
        hashed = contact_hash(key, contact)
        kept = former.pop(hashed, None) or CodeContact(
            ente_id=account.ente_id,
            account_id=account.id,
            identification_id=identification.id,
            kind=contact.kind,
            contact_hash=hashed,
            number_hash=number,
            activation_ends_at=work.now + ACTIVATION_LIFE,
        )
        kept.hand_over(identification.id, number, work.now + ACTIVATION_LIFE)
        work.session.add(kept)
    for one in former.values():
        one.ended_at = one.ended_at or work.now
