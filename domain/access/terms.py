"""Words of access."""

from enum import StrEnum

from domain.kernel.text import Text, _


class Site(StrEnum):
    """On which site a session lives; the two never mix."""

    PORTAL = "portal"
    BACKOFFICE = "backoffice"


class Way(StrEnum):
    """By which way somebody came in. ENTE is the ente's own identity provider, for its operators."""

    SPID = "spid"
    CIE = "cie"
    EIDAS = "eidas"
    CNS = "cns"
    CODE = "code"
    PASSWORD = "password"  # noqa: S105 - the name of a way
    PASSKEY = "passkey"
    ENTE = "ente"

    @property
    def label(self) -> Text:
        """The way as people read it."""
        return WAY_LABELS[self]


class SessionEnd(StrEnum):
    """Why a session ended."""

    SIGNED_OUT = "signed_out"
    REPLACED = "replaced"
    REVOKED = "revoked"
    PROVIDER = "provider"


class IdentityDocument(StrEnum):
    """By which document somebody was recognised at the desk (the vocabulary of INPS, tipo_documento)."""

    IDENTITY_CARD = "identity_card"
    ITALIAN_PASSPORT = "italian_passport"
    DRIVING_LICENCE = "driving_licence"
    MINISTRY_CARD = "ministry_card"
    FOREIGN_PASSPORT = "foreign_passport"
    FOREIGN_IDENTITY_CARD = "foreign_identity_card"
    RESIDENCE_PERMIT = "residence_permit"

    @property
    def label(self) -> Text:
        """The document as people call it."""
        return DOCUMENT_LABELS[self]

    @property
    def code(self) -> str:
        """Its code in the vocabulary."""
        return DOCUMENT_CODES[self]


class TransactionStep(StrEnum):
    """Which message of a sign-in or sign-out the register keeps."""

    AUTHN_REQUEST = "authn_request"
    AUTHN_RESPONSE = "authn_response"
    LOGOUT_REQUEST = "logout_request"
    LOGOUT_RESPONSE = "logout_response"
    TRUST_CHAIN = "trust_chain"
    AUTHORIZATION_REQUEST = "authorization_request"
    AUTHORIZATION_RESPONSE = "authorization_response"
    TOKEN_REQUEST = "token_request"  # noqa: S105 - the name of a message
    TOKEN_RESPONSE = "token_response"  # noqa: S105 - the name of a message
    USERINFO_REQUEST = "userinfo_request"
    USERINFO_RESPONSE = "userinfo_response"
    REVOCATION_REQUEST = "revocation_request"
    REVOCATION_RESPONSE = "revocation_response"

    @property
    def label(self) -> Text:
        """The message as auditors read it."""
        return TRANSACTION_STEP_LABELS[self]


class LinkPurpose(StrEnum):
    """What a link sent to an operator by e-mail is for."""

    INVITATION = "invitation"
    PASSWORD = "password"  # noqa: S105 - the name of a purpose


class ChallengePurpose(StrEnum):
    """What a passkey is asked for: to be kept, to let in, as the second factor, or to prove again who is there."""

    KEEP = "keep"
    SIGN_IN = "sign_in"
    SECOND_FACTOR = "second_factor"
    PROVE = "prove"


class EntryStep(StrEnum):
    """What an operator half-way in has to do next; INSIDE when nothing is left."""

    FACTOR = "factor"
    PASSWORD = "password"  # noqa: S105 - the name of a step
    ENROLMENT = "enrolment"
    CODES = "codes"
    INSIDE = "inside"


class SignInOutcome(StrEnum):
    """What happened to an operator's access, as administrators read it."""

    SIGNED_IN = "signed_in"
    WRONG_CREDENTIALS = "wrong_credentials"
    THROTTLED = "throttled"
    NO_ROLE = "no_role"
    NOT_AN_OPERATOR = "not_an_operator"
    PROVIDER_REFUSED = "provider_refused"
    PROVED_AGAIN = "proved_again"
    NOT_PROVED = "not_proved"
    REVOKED = "revoked"
    PASSWORD_CHOSEN = "password_chosen"  # noqa: S105 - the name of an outcome
    RESET_ASKED = "reset_asked"
    TOTP_CONFIRMED = "totp_confirmed"
    PASSKEY_ADDED = "passkey_added"
    PASSKEY_REMOVED = "passkey_removed"
    CODES_MADE = "codes_made"
    SECOND_FACTOR_REMOVED = "second_factor_removed"
    RENEWAL_ASKED = "renewal_asked"
    INVITED = "invited"
    DISABLED = "disabled"
    ENABLED = "enabled"

    @property
    def label(self) -> Text:
        """The outcome as administrators read it."""
        return OUTCOME_LABELS[self]

    @property
    def is_refusal(self) -> bool:
        """Whether somebody was kept out."""
        return self in REFUSED_OUTCOMES


class DelegationScope(StrEnum):
    """For what somebody is delegated."""

    ALL = "all"
    SERVICE = "service"
    APPLICATION = "application"

    @property
    def label(self) -> Text:
        """The scope as people read it."""
        return SCOPE_LABELS[self]


class DelegationStatus(StrEnum):
    """Where a delegation stands. ENDED is its period being over: it is never written down."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    REVOKED = "revoked"
    ENDED = "ended"

    @property
    def label(self) -> Text:
        """The status as people read it."""
        return DELEGATION_LABELS[self]


REFUSED_OUTCOMES = frozenset(
    {
        SignInOutcome.WRONG_CREDENTIALS,
        SignInOutcome.THROTTLED,
        SignInOutcome.NO_ROLE,
        SignInOutcome.NOT_AN_OPERATOR,
        SignInOutcome.PROVIDER_REFUSED,
        SignInOutcome.NOT_PROVED,
    }
)

OUTCOME_LABELS: dict[SignInOutcome, Text] = {
    SignInOutcome.SIGNED_IN: _("Entrato"),
    SignInOutcome.WRONG_CREDENTIALS: _("Non entrato: dati sbagliati"),
    SignInOutcome.THROTTLED: _("Non entrato: troppi tentativi"),
    SignInOutcome.NO_ROLE: _("Non entrato: nessun ruolo oggi"),
    SignInOutcome.NOT_AN_OPERATOR: _("Non entrato: identità di nessun operatore"),
    SignInOutcome.PROVIDER_REFUSED: _("Non entrato: identità digitale non accettata"),
    SignInOutcome.PROVED_AGAIN: _("Conferma riuscita"),
    SignInOutcome.NOT_PROVED: _("Conferma non riuscita"),
    SignInOutcome.REVOKED: _("Accesso chiuso da un altro dispositivo"),
    SignInOutcome.PASSWORD_CHOSEN: _("Password nuova"),
    SignInOutcome.RESET_ASKED: _("Password dimenticata: link chiesto"),
    SignInOutcome.TOTP_CONFIRMED: _("App di codici collegata"),
    SignInOutcome.PASSKEY_ADDED: _("Passkey aggiunta"),
    SignInOutcome.PASSKEY_REMOVED: _("Passkey tolta"),
    SignInOutcome.CODES_MADE: _("Codici di riserva nuovi"),
    SignInOutcome.SECOND_FACTOR_REMOVED: _("Secondo fattore azzerato"),
    SignInOutcome.RENEWAL_ASKED: _("Nuova password richiesta"),
    SignInOutcome.INVITED: _("Invito mandato"),
    SignInOutcome.DISABLED: _("Operatore disattivato"),
    SignInOutcome.ENABLED: _("Operatore riattivato"),
}

DOCUMENT_LABELS: dict[IdentityDocument, Text] = {
    IdentityDocument.IDENTITY_CARD: _("Carta d'identità"),
    IdentityDocument.ITALIAN_PASSPORT: _("Passaporto italiano"),
    IdentityDocument.DRIVING_LICENCE: _("Patente di guida"),
    IdentityDocument.MINISTRY_CARD: _("Tessera di un ministero"),
    IdentityDocument.FOREIGN_PASSPORT: _("Passaporto di un altro Paese"),
    IdentityDocument.FOREIGN_IDENTITY_CARD: _("Carta d'identità di un altro Paese"),
    IdentityDocument.RESIDENCE_PERMIT: _("Permesso di soggiorno"),
}

DOCUMENT_CODES: dict[IdentityDocument, str] = {
    IdentityDocument.IDENTITY_CARD: "1",
    IdentityDocument.ITALIAN_PASSPORT: "2",
    IdentityDocument.DRIVING_LICENCE: "3",
    IdentityDocument.MINISTRY_CARD: "4",
    IdentityDocument.FOREIGN_PASSPORT: "6",
    IdentityDocument.FOREIGN_IDENTITY_CARD: "8",
    IdentityDocument.RESIDENCE_PERMIT: "10",
}

SCOPE_LABELS: dict[DelegationScope, Text] = {
    DelegationScope.ALL: _("Tutte le domande"),
    DelegationScope.SERVICE: _("Un solo servizio"),
    DelegationScope.APPLICATION: _("Una sola domanda"),
}

DELEGATION_LABELS: dict[DelegationStatus, Text] = {
    DelegationStatus.OFFERED: _("Aspetta una risposta"),
    DelegationStatus.ACCEPTED: _("Attiva"),
    DelegationStatus.REFUSED: _("Rifiutata"),
    DelegationStatus.REVOKED: _("Tolta"),
    DelegationStatus.ENDED: _("Finita"),
}

WAY_LABELS: dict[Way, Text] = {
    Way.SPID: _("SPID"),
    Way.CIE: _("CIE"),
    Way.EIDAS: _("Identità digitale di un altro Paese (eIDAS)"),
    Way.CNS: _("Tessera sanitaria (TS-CNS)"),
    Way.CODE: _("Codice usa e getta"),
    Way.PASSWORD: _("Password e codice"),
    Way.PASSKEY: _("Passkey"),
    Way.ENTE: _("Account del tuo ente"),
}

TRANSACTION_STEP_LABELS: dict[TransactionStep, Text] = {
    TransactionStep.AUTHN_REQUEST: _("Richiesta di accesso"),
    TransactionStep.AUTHN_RESPONSE: _("Risposta all'accesso"),
    TransactionStep.LOGOUT_REQUEST: _("Richiesta di uscita"),
    TransactionStep.LOGOUT_RESPONSE: _("Risposta all'uscita"),
    TransactionStep.TRUST_CHAIN: _("Catena di fiducia"),
    TransactionStep.AUTHORIZATION_REQUEST: _("Richiesta di autorizzazione"),
    TransactionStep.AUTHORIZATION_RESPONSE: _("Risposta di autorizzazione"),
    TransactionStep.TOKEN_REQUEST: _("Richiesta dei token"),
    TransactionStep.TOKEN_RESPONSE: _("Risposta con i token"),
    TransactionStep.USERINFO_REQUEST: _("Richiesta dei dati della persona"),
    TransactionStep.USERINFO_RESPONSE: _("Risposta con i dati della persona"),
    TransactionStep.REVOCATION_REQUEST: _("Richiesta di revoca"),
    TransactionStep.REVOCATION_RESPONSE: _("Risposta alla revoca"),
}
