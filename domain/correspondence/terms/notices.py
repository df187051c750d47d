"""What operators are told of."""

from enum import StrEnum

from domain.kernel.text import Text, _


class NoticeKind(StrEnum):
    """What an operator is told of; each may be had by e-mail too."""

    SHEET_RECEIVED = "sheet_received"
    SHEET_RETURNED = "sheet_returned"
    CARE_PROPOSED = "care_proposed"
    APPLICATION_ARRIVED = "application_arrived"
    APPLICATION_ASSIGNED = "application_assigned"
    APPLICATION_NEWS = "application_news"
    CASE_TAKEN = "case_taken"
    DEADLINE = "deadline"
    CITIZEN_MESSAGE = "citizen_message"
    PROTECTED_FILE_OPENED = "protected_file_opened"
    RECTIFICATIONS_DUE = "rectifications_due"
    CIVIL_DIFFERENCES = "civil_differences"
    CARE_PLAN = "care_plan"
    APPOINTMENT_LATE = "appointment_late"
    INVITATIONS_LAPSED = "invitations_lapsed"

    @property
    def label(self) -> Text:
        """The kind as operators read it."""
        return NOTICE_LABELS[self]


NOTICE_LABELS: dict[NoticeKind, Text] = {
    NoticeKind.SHEET_RECEIVED: _("Schede arrivate"),
    NoticeKind.SHEET_RETURNED: _("Schede restituite"),
    NoticeKind.CARE_PROPOSED: _("Proposte di presa in carico"),
    NoticeKind.APPLICATION_ARRIVED: _("Domande arrivate"),
    NoticeKind.APPLICATION_ASSIGNED: _("Domande assegnate"),
    NoticeKind.APPLICATION_NEWS: _("Novità sulle domande"),
    NoticeKind.CASE_TAKEN: _("Prese in carico"),
    NoticeKind.DEADLINE: _("Scadenze"),
    NoticeKind.CITIZEN_MESSAGE: _("Messaggi dei cittadini"),
    NoticeKind.PROTECTED_FILE_OPENED: _("Schede protette aperte"),
    NoticeKind.RECTIFICATIONS_DUE: _("Correzioni in scadenza"),
    NoticeKind.CIVIL_DIFFERENCES: _("Differenze con l'anagrafe"),
    NoticeKind.CARE_PLAN: _("Progetti personalizzati"),
    NoticeKind.APPOINTMENT_LATE: _("Ritardi agli appuntamenti"),
    NoticeKind.INVITATIONS_LAPSED: _("Inviti a prenotare senza risposta"),
}
