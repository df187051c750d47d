"""An operator writes down the codice fiscale of somebody who came in without one and is not known otherwise."""

from uuid import UUID

from sqlmodel import col, select

from domain.access.actions.desk.link_account import Reason
from domain.access.model.account import Account
from domain.access.model.desk import AccountLink
from domain.access.refusals import NotLinkable
from domain.access.rules.seen_documents import SeenDocument, check_document
from domain.kernel.actor import Operator
from domain.kernel.codice_fiscale import CodiceFiscale
from domain.kernel.refusals import NotAllowed
from domain.kernel.roles import DESK_ROLES
from domain.platform.work import UnitOfWork, as_the_program
from domain.registry.actions.record_codice_fiscale import RecordCodiceFiscale, record_codice_fiscale
from domain.registry.queries.person_by_codice_fiscale import person_by_codice_fiscale
from domain.registry.queries.person_card import person_card
from domain.registry.refusals import AlreadyRegistered


class GiveCodiceFiscale(SeenDocument):
    """Whose, which, why, and the document that shows it."""

    person_id: UUID
    codice_fiscale: CodiceFiscale
    reason: Reason


async def give_codice_fiscale(work: UnitOfWork, operator: Operator, command: GiveCodiceFiscale) -> UUID:
    """From now on SPID and CIE lead to the same account. Gives back the id of what was written down.

    Refuses NotAllowed, NotFound, Invalid for an expired document, NotLinkable (there is a code already, or no account)
    and AlreadyRegistered: somebody else has the code, so the two are to be linked.
    """
    if not operator.has(*DESK_ROLES):
        raise NotAllowed
    check_document(command, work.today)
    card = await person_card(work, operator, command.person_id)
    if card.codice_fiscale is not None:
        raise NotLinkable
    async with as_the_program(work, "give codice fiscale") as system:
        account = (await work.session.exec(select(Account).where(col(Account.person_id) == card.id))).one_or_none()
        if account is None:
            raise NotLinkable
        if await person_by_codice_fiscale(work, account.ente_id, command.codice_fiscale) is not None:
            raise AlreadyRegistered
        code = RecordCodiceFiscale(person_id=card.id, codice_fiscale=command.codice_fiscale)
        await record_codice_fiscale(work, system, code)
        noted = AccountLink(
            ente_id=card.ente_id,
            from_person_id=card.id,
            to_person_id=card.id,
            from_account_id=account.id,
            to_account_id=account.id,
            operator_id=operator.operator_id,
            office_id=operator.office_id,
            created_at=work.now,
            **command.model_dump(exclude={"person_id", "codice_fiscale"}),
        )
        work.session.add(noted)
    return noted.id
