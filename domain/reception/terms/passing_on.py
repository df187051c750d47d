"""Words of what a desk passes on: sheets sent to other offices, proposals to take charge, notices, consents."""

from enum import StrEnum

from domain.kernel.text import Text, _


class ReferralStatus(StrEnum):
    """Where a sheet sent to another office is."""

    SENT = "sent"
    ACCEPTED = "accepted"
    RETURNED = "returned"

    @property
    def label(self) -> Text:
        """The status as both offices read it."""
        return REFERRAL_LABELS[self]


class ProposalStatus(StrEnum):
    """Where a proposal to take charge is."""

    PROPOSED = "proposed"
    SEEN = "seen"
    REFUSED = "refused"
    ACCEPTED = "accepted"

    @property
    def label(self) -> Text:
        """The status as both offices read it."""
        return PROPOSAL_LABELS[self]

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to answer."""
        return self in (ProposalStatus.PROPOSED, ProposalStatus.SEEN)


class ProposalUrgency(StrEnum):
    """How soon the case should be taken."""

    NOW = "now"
    SOON = "soon"
    ORDINARY = "ordinary"

    @property
    def label(self) -> Text:
        """The urgency as operators read it."""
        return URGENCY_LABELS[self]


class NoticeWay(StrEnum):
    """How somebody took note of the privacy notice."""

    SIGNED = "signed"
    READ_OUT = "read_out"
    ON_THE_PHONE = "on_the_phone"
    SENT = "sent"

    @property
    def label(self) -> Text:
        """The way as operators read it."""
        return NOTICE_LABELS[self]


class ConsentKind(StrEnum):
    """What somebody may consent to, apart from the notice, and take back."""

    EMPLOYMENT_CENTRES = "employment_centres"

    @property
    def label(self) -> Text:
        """The consent as operators read it."""
        return CONSENT_LABELS[self]


REFERRAL_LABELS: dict[ReferralStatus, Text] = {
    ReferralStatus.SENT: _("Inviata, aspetta risposta"),
    ReferralStatus.ACCEPTED: _("Ricevuta"),
    ReferralStatus.RETURNED: _("Restituita"),
}

PROPOSAL_LABELS: dict[ProposalStatus, Text] = {
    ProposalStatus.PROPOSED: _("Proposta, da vedere"),
    ProposalStatus.SEEN: _("Vista"),
    ProposalStatus.REFUSED: _("Respinta"),
    ProposalStatus.ACCEPTED: _("Presa nella cartella"),
}

URGENCY_LABELS: dict[ProposalUrgency, Text] = {
    ProposalUrgency.NOW: _("Subito"),
    ProposalUrgency.SOON: _("Entro pochi giorni"),
    ProposalUrgency.ORDINARY: _("Tempi normali"),
}

NOTICE_LABELS: dict[NoticeWay, Text] = {
    NoticeWay.SIGNED: _("Letta e firmata"),
    NoticeWay.READ_OUT: _("Letta a voce allo sportello"),
    NoticeWay.ON_THE_PHONE: _("Spiegata al telefono"),
    NoticeWay.SENT: _("Inviata per posta o e-mail"),
}

CONSENT_LABELS: dict[ConsentKind, Text] = {
    ConsentKind.EMPLOYMENT_CENTRES: _("Dare i dati ai centri per l'impiego"),
}
