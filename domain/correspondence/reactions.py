"""What correspondence writes when something happened elsewhere."""

from domain.access.events import (
    DelegationAccepted,
    DelegationGranted,
    DelegationRefused,
    DelegationRevoked,
    OneTimeCodeAsked,
    OperatorInvited,
    PasswordResetAsked,
)
from domain.correspondence.actions.conversations.notify_of_message import NotifyOfMessage, notify_of_message
from domain.correspondence.actions.conversations.tell_of_answer import TellOfAnswer, tell_of_answer
from domain.correspondence.actions.notices.notify_operators import NotifyOperators, notify_operators
from domain.correspondence.actions.tell_of_opening import TellOfOpening
from domain.correspondence.events import CitizenMessageSent, OfficeMessageSent
from domain.correspondence.terms.notices import NoticeKind
from domain.kernel.actor import System
from domain.kernel.roles import Role
from domain.kernel.text import _
from domain.organization.queries.office_heads import office_heads
from domain.platform.reactions import reacts_to
from domain.platform.work import UnitOfWork, as_the_program
from domain.registry.events import (
    GuardianshipEnded,
    GuardianshipRefused,
    GuardianshipVerified,
    ProtectedFileOpened,
)


@reacts_to(OperatorInvited)
async def send_invitation(work: UnitOfWork, event: OperatorInvited) -> None:
    """The invitation leaves by e-mail."""
    await work.defer("deliver_link", str(event.link_id))


@reacts_to(PasswordResetAsked)
async def send_reset_link(work: UnitOfWork, event: PasswordResetAsked) -> None:
    """The link for another password leaves by e-mail."""
    await work.defer("deliver_link", str(event.link_id))


@reacts_to(DelegationGranted)
async def tell_delegation_granted(work: UnitOfWork, event: DelegationGranted) -> None:
    """Both sides read that a delegation was offered."""
    await work.defer("tell_of_delegation", str(event.delegation_id), "granted")


@reacts_to(DelegationAccepted)
async def tell_delegation_accepted(work: UnitOfWork, event: DelegationAccepted) -> None:
    """Both sides read that the delegation counts."""
    await work.defer("tell_of_delegation", str(event.delegation_id), "accepted")


@reacts_to(DelegationRefused)
async def tell_delegation_refused(work: UnitOfWork, event: DelegationRefused) -> None:
    """Both sides read that it was not wanted."""
    await work.defer("tell_of_delegation", str(event.delegation_id), "refused")


@reacts_to(DelegationRevoked)
async def tell_delegation_revoked(work: UnitOfWork, event: DelegationRevoked) -> None:
    """Both sides read that it has ended."""
    await work.defer("tell_of_delegation", str(event.delegation_id), "revoked")


@reacts_to(GuardianshipVerified)
async def tell_title_verified(work: UnitOfWork, event: GuardianshipVerified) -> None:
    """The guardian reads that they may act."""
    told = (event.guardianship_id, event.guardian_id, event.ente_id)
    await work.defer("tell_of_title", *map(str, told), "verified")


@reacts_to(GuardianshipRefused)
async def tell_title_refused(work: UnitOfWork, event: GuardianshipRefused) -> None:
    """The guardian reads that they may not."""
    told = (event.guardianship_id, event.guardian_id, event.ente_id)
    await work.defer("tell_of_title", *map(str, told), "refused")


@reacts_to(GuardianshipEnded)
async def tell_title_ended(work: UnitOfWork, event: GuardianshipEnded) -> None:
    """The guardian reads until when they may."""
    told = (event.guardianship_id, event.guardian_id, event.ente_id)
    await work.defer("tell_of_title", *map(str, told), "ended")


@reacts_to(OneTimeCodeAsked)
async def send_code(work: UnitOfWork, event: OneTimeCodeAsked) -> None:
    """The one-time code leaves, if somebody has the contact."""
    await work.defer("deliver_code", str(event.code_id))


@reacts_to(ProtectedFileOpened)
async def tell_heads_of_opening(work: UnitOfWork, event: ProtectedFileOpened) -> None:
    """Every head of an office of the ente is told, but who has opened the file."""
    for operator_id in await office_heads(work, event.ente_id):
        if operator_id != event.operator_id:
            telling = TellOfOpening(opening_id=event.opening_id, ente_id=event.ente_id, operator_id=operator_id)
            await work.defer("tell_of_opening", telling.model_dump_json())


@reacts_to(ProtectedFileOpened)
async def notify_heads_of_opening(work: UnitOfWork, event: ProtectedFileOpened) -> None:
    """The heads find it among their notices too: nothing of the person."""
    told = NotifyOperators(
        ente_id=event.ente_id,
        kind=NoticeKind.PROTECTED_FILE_OPENED,
        key=f"protected-file-opened:{event.opening_id}",
        subject=_("Un operatore ha aperto per urgenza la scheda di una persona protetta."),
        path="/emergenze/aperture",
        roles=(Role.OFFICE_HEAD,),
        but=event.operator_id,
    )
    await notify_operators(work, System("notify_heads_of_opening", (event.ente_id,)), told)


@reacts_to(CitizenMessageSent)
async def notify_office_of_message(work: UnitOfWork, event: CitizenMessageSent) -> None:
    """Everybody of the office who answers is told: a colleague on leave holds up nobody."""
    told = NotifyOfMessage(conversation_id=event.conversation_id, message_id=event.message_id)
    await notify_of_message(work, System("notify of message", (event.ente_id,)), told)


@reacts_to(OfficeMessageSent)
async def tell_person_of_message(work: UnitOfWork, event: OfficeMessageSent) -> None:
    """The person learns that there is something to read; also somebody who lives in another ente."""
    told = TellOfAnswer(conversation_id=event.conversation_id, message_id=event.message_id)
    async with as_the_program(work, "tell of message") as system:
        await tell_of_answer(work, system, told)
