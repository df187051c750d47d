"""What the journal of accesses takes from what happened to credentials."""

from domain.access.actions.sessions.note_sign_in import NoteSignIn, note_sign_in
from domain.access.events import (
    OperatorInvited,
    PasskeyAdded,
    PasskeyRemoved,
    PasswordChosen,
    PasswordRenewalAsked,
    PasswordResetAsked,
    RecoveryCodesMade,
    SecondFactorRemoved,
    TotpConfirmed,
)
from domain.access.terms import SignInOutcome
from domain.organization.events import OperatorDisabled, OperatorEnabled
from domain.platform.reactions import reacts_to
from domain.platform.work import UnitOfWork


@reacts_to(OperatorInvited)
async def note_invitation(work: UnitOfWork, event: OperatorInvited) -> None:
    """An invitation left."""
    await _note(work, event, SignInOutcome.INVITED)


@reacts_to(PasswordResetAsked)
async def note_reset_asked(work: UnitOfWork, event: PasswordResetAsked) -> None:
    """A forgotten password."""
    await _note(work, event, SignInOutcome.RESET_ASKED)


@reacts_to(PasswordChosen)
async def note_password(work: UnitOfWork, event: PasswordChosen) -> None:
    """Another password."""
    await _note(work, event, SignInOutcome.PASSWORD_CHOSEN)


@reacts_to(PasskeyAdded)
async def note_passkey_added(work: UnitOfWork, event: PasskeyAdded) -> None:
    """A passkey more."""
    await _note(work, event, SignInOutcome.PASSKEY_ADDED)


@reacts_to(PasskeyRemoved)
async def note_passkey_removed(work: UnitOfWork, event: PasskeyRemoved) -> None:
    """A passkey less."""
    await _note(work, event, SignInOutcome.PASSKEY_REMOVED)


@reacts_to(TotpConfirmed)
async def note_totp(work: UnitOfWork, event: TotpConfirmed) -> None:
    """A code app."""
    await _note(work, event, SignInOutcome.TOTP_CONFIRMED)


@reacts_to(RecoveryCodesMade)
async def note_codes(work: UnitOfWork, event: RecoveryCodesMade) -> None:
    """New recovery codes."""
    await _note(work, event, SignInOutcome.CODES_MADE)


@reacts_to(SecondFactorRemoved)
async def note_second_factor_removed(work: UnitOfWork, event: SecondFactorRemoved) -> None:
    """An administrator took the second factor away."""
    await _note(work, event, SignInOutcome.SECOND_FACTOR_REMOVED)


@reacts_to(PasswordRenewalAsked)
async def note_renewal(work: UnitOfWork, event: PasswordRenewalAsked) -> None:
    """An administrator wants another password, of one operator or of all."""
    await _note(work, event, SignInOutcome.RENEWAL_ASKED)


@reacts_to(OperatorDisabled)
async def note_disabled(work: UnitOfWork, event: OperatorDisabled) -> None:
    """An access was turned off."""
    await _note(work, event, SignInOutcome.DISABLED)


@reacts_to(OperatorEnabled)
async def note_enabled(work: UnitOfWork, event: OperatorEnabled) -> None:
    """An access was turned on again."""
    await _note(work, event, SignInOutcome.ENABLED)


AboutAccess = (
    OperatorInvited
    | PasswordResetAsked
    | PasswordChosen
    | PasskeyAdded
    | PasskeyRemoved
    | TotpConfirmed
    | RecoveryCodesMade
    | SecondFactorRemoved
    | PasswordRenewalAsked
    | OperatorDisabled
    | OperatorEnabled
)


async def _note(work: UnitOfWork, event: AboutAccess, outcome: SignInOutcome) -> None:
    by = getattr(event, "by_operator_id", None)  # most things operators do themselves
    noted = NoteSignIn(outcome=outcome, ente_id=event.ente_id, operator_id=event.operator_id, by_operator_id=by)
    await note_sign_in(work, noted)
