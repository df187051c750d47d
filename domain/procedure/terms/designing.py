"""Words of those who design procedures."""

from enum import StrEnum

from domain.kernel.roles import ADMIN_ROLES, DESK_ROLES, Role
from domain.kernel.text import Text, _

DESIGN_ROLES = (*ADMIN_ROLES, Role.PLANNER)
"""Who designs the procedures of an ente, and sets its days off."""
MOVING_ROLES = (*DESK_ROLES, Role.ACCOUNTANT, Role.PLANNER)
"""Who can be given a transition: those who work on requests."""


class Template(StrEnum):
    """A procedure that the program ships, from which a new one starts."""

    ORDINARY = "ordinary"
    SHORT = "short"

    @property
    def label(self) -> Text:
        """The template as who designs reads it."""
        return TEMPLATE_LABELS[self]

    @property
    def about(self) -> Text:
        """What it is good for."""
        return TEMPLATE_HINTS[self]


class Letter(StrEnum):
    """The letters that the shipped procedures send: names of templates."""

    INTEGRATION_REQUEST = "integration_request"
    REJECTION_NOTICE = "rejection_notice"
    ARCHIVE_NOTICE = "archive_notice"
    DECISION_GRANTED = "decision_granted"
    DECISION_GRANTED_IN_PART = "decision_granted_in_part"
    DECISION_REJECTED = "decision_rejected"
    REVIEW_ANSWER = "review_answer"

    @property
    def label(self) -> Text:
        """The letter as who designs reads it."""
        return LETTER_LABELS[self]


TEMPLATE_LABELS: dict[Template, Text] = {
    Template.ORDINARY: _("Procedimento ordinario"),
    Template.SHORT: _("Procedimento breve"),
}
TEMPLATE_HINTS: dict[Template, Text] = {
    Template.ORDINARY: _(
        "Quattordici stati: dal controllo dei documenti al riesame, come chiede la legge 241 del 1990."
    ),
    Template.SHORT: _(
        "Cinque stati, per un servizio piccolo: ricevuta, esame, avviso prima del no, accolta, respinta."
    ),
}
LETTER_LABELS: dict[Letter, Text] = {
    Letter.INTEGRATION_REQUEST: _("Richiesta di quello che manca"),
    Letter.REJECTION_NOTICE: _("Avviso prima del no"),
    Letter.ARCHIVE_NOTICE: _("Chiusura senza decisione"),
    Letter.DECISION_GRANTED: _("Decisione: accolta"),
    Letter.DECISION_GRANTED_IN_PART: _("Decisione: accolta in parte"),
    Letter.DECISION_REJECTED: _("Decisione: respinta"),
    Letter.REVIEW_ANSWER: _("Risposta al riesame"),
}
