"""What can happen when people come in."""

from uuid import UUID

from domain.kernel.event import Event
from domain.kernel.roles import Role


class CitizenSignedIn(Event):
    """A citizen came in; for the first time when ``is_first``."""

    account_id: UUID
    is_first: bool


class OperatorInvited(Event):
    """An operator was invited by a link, which the e-mail will carry."""

    operator_id: UUID
    link_id: UUID


class PasswordResetAsked(Event):
    """An operator who forgot the password asked for a link, which the e-mail will carry."""

    operator_id: UUID
    link_id: UUID


class PasswordChosen(Event):
    """An operator chose another password."""

    operator_id: UUID


class PasskeyAdded(Event):
    """An operator registered a passkey."""

    operator_id: UUID
    passkey_id: UUID


class PasskeyRemoved(Event):
    """An operator gave a passkey up."""

    operator_id: UUID
    passkey_id: UUID


class TotpConfirmed(Event):
    """An operator has a code app from now on."""

    operator_id: UUID


class RecoveryCodesMade(Event):
    """An operator got new recovery codes; the former ones are void."""

    operator_id: UUID


class SecondFactorRemoved(Event):
    """An administrator took an operator's second factor away; the reason is kept with ``reset_id``."""

    operator_id: UUID
    by_operator_id: UUID
    reset_id: UUID


class PasswordRenewalAsked(Event):
    """An administrator wants another password of an operator, or of all operators of the ente when it is None."""

    operator_id: UUID | None
    by_operator_id: UUID


class DelegationGranted(Event):
    """A person offered somebody to act for them; a mandate signed on paper is accepted already."""

    delegation_id: UUID


class DelegationAccepted(Event):
    """Who was offered a delegation accepted it: from now on they may act."""

    delegation_id: UUID


class DelegationRefused(Event):
    """Who was offered a delegation did not want it."""

    delegation_id: UUID


class DelegationRevoked(Event):
    """One of the two ended a delegation before its time."""

    delegation_id: UUID


class CitizenIdentified(Event):
    """An operator recognised a person at the desk and handed over an access with one-time codes."""

    identification_id: UUID
    person_id: UUID
    account_id: UUID
    operator_id: UUID


class OneTimeCodeAsked(Event):
    """Somebody typed an e-mail address or a mobile number to come in; the message will carry the code, if any."""

    code_id: UUID


class ContactConfirmed(Event):
    """Somebody has typed a code that was sent to a contact, and that opens no account."""

    code_id: UUID


class AccountLinked(Event):
    """An operator has found out that two records are one person: what hung on the first now belongs to the second."""

    link_id: UUID
    from_person_id: UUID
    to_person_id: UUID
    operator_id: UUID


class SignInsExported(Event):
    """An administrator took lines of the journal of accesses away as a file."""

    by_operator_id: UUID
    lines: int


class EnteProviderSet(Event):
    """An administrator set or changed the identity provider of the ente's operators."""

    provider_id: UUID
    by_operator_id: UUID


class GroupRoleAdded(Event):
    """A group of the ente's provider gives a role from now on."""

    role: Role
    office_id: UUID
    by_operator_id: UUID


class GroupRoleRemoved(Event):
    """A group of the ente's provider gives a role no more."""

    role: Role
    office_id: UUID
    by_operator_id: UUID
