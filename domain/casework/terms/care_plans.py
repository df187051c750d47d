"""Words of the individual plans (PAI), with their Italian labels."""

from enum import StrEnum

from domain.kernel.roles import ADMIN_ROLES, Role
from domain.kernel.text import Text, _

PLAN_KINDS = "pai_tipo"
PLAN_AREAS = "pai_ambito"
PLAN_CLOSINGS = "pai_chiusura"
"""The coded lists of the ente: kinds of plans, areas of goals, reasons for the end."""

RULING_ROLES = (Role.OFFICE_HEAD, *ADMIN_ROLES)
"""Who says by which rules an ente makes its plans."""


class PlanState(StrEnum):
    """Where a plan is. PREPARING: no version of it was agreed on yet."""

    PREPARING = "preparing"
    ACTIVE = "active"
    CLOSED = "closed"
    INTERRUPTED = "interrupted"

    @property
    def label(self) -> Text:
        """The state as people read it."""
        return PLAN_LABELS[self]


class VersionState(StrEnum):
    """Where a version is: written, proposed by who wrote it, shared with the person, and what the person said."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    SHARED = "shared"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    REPLACED = "replaced"

    @property
    def label(self) -> Text:
        """The state as people read it."""
        return VERSION_LABELS[self]


class Horizon(StrEnum):
    """In which time a goal should be reached."""

    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"

    @property
    def label(self) -> Text:
        """The time as people read it."""
        return HORIZON_LABELS[self]


class Doer(StrEnum):
    """Who does an action of the plan."""

    OFFICE = "office"
    PROVIDER = "provider"
    PERSON = "person"
    FAMILY = "family"
    VOLUNTEER = "volunteer"

    @property
    def label(self) -> Text:
        """Who it is, as people read it."""
        return DOER_LABELS[self]


class PartyKind(StrEnum):
    """Who takes part in making a plan."""

    PERSON = "person"
    FAMILY = "family"
    GUARDIAN = "guardian"
    SOCIAL_SERVICE = "social_service"
    HEALTH_SERVICE = "health_service"
    SCHOOL = "school"
    PROVIDER = "provider"
    OTHER = "other"

    @property
    def label(self) -> Text:
        """Who it is, as people read it."""
        return PARTY_LABELS[self]


ON_THE_PERSONS_SIDE = (PartyKind.PERSON, PartyKind.FAMILY, PartyKind.GUARDIAN)
"""One of them has to know of a plan before it is proposed (L. 328/2000 art. 14: plans are made with the person)."""


class Presence(StrEnum):
    """How somebody took part."""

    PRESENT = "present"
    INFORMED = "informed"

    @property
    def label(self) -> Text:
        """How, as people read it."""
        return PRESENCE_LABELS[self]


class GoalState(StrEnum):
    """Where a goal is when the plan is checked."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    REACHED = "reached"
    DROPPED = "dropped"

    @property
    def label(self) -> Text:
        """The state as people read it."""
        return GOAL_LABELS[self]


class GoalResult(StrEnum):
    """Whether a goal was reached when the plan ends; SISO counts them 3, 2 and 1."""

    REACHED = "reached"
    PARTLY = "partly"
    MISSED = "missed"

    @property
    def label(self) -> Text:
        """The result as people read it."""
        return RESULT_LABELS[self]


class AnswerWay(StrEnum):
    """How the person answered."""

    PAPER = "paper"
    PORTAL = "portal"

    @property
    def label(self) -> Text:
        """The way as people read it."""
        return WAY_LABELS[self]


class PlanStep(StrEnum):
    """What happened to a plan."""

    DRAWN_UP = "drawn_up"
    PROPOSED = "proposed"
    VISA_GIVEN = "visa_given"
    VISA_REFUSED = "visa_refused"
    TAKEN_BACK = "taken_back"
    SHARED = "shared"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    REVISED = "revised"
    CHECKED = "checked"
    TAKEN_OVER = "taken_over"
    CLOSED = "closed"
    INTERRUPTED = "interrupted"

    @property
    def label(self) -> Text:
        """The step as operators read it."""
        return STEP_LABELS[self]


PLAN_LABELS: dict[PlanState, Text] = {
    PlanState.PREPARING: _("In preparazione"),
    PlanState.ACTIVE: _("In corso"),
    PlanState.CLOSED: _("Concluso"),
    PlanState.INTERRUPTED: _("Interrotto"),
}

VERSION_LABELS: dict[VersionState, Text] = {
    VersionState.DRAFT: _("Bozza"),
    VersionState.PROPOSED: _("Proposta dell'ufficio"),
    VersionState.SHARED: _("Aspetta la risposta della persona"),
    VersionState.ACCEPTED: _("Condivisa e accettata"),
    VersionState.REFUSED: _("Non accettata"),
    VersionState.REPLACED: _("Sostituita da una versione nuova"),
}

HORIZON_LABELS: dict[Horizon, Text] = {
    Horizon.SHORT: _("Breve periodo"),
    Horizon.MEDIUM: _("Medio periodo"),
    Horizon.LONG: _("Lungo periodo"),
}

DOER_LABELS: dict[Doer, Text] = {
    Doer.OFFICE: _("Il servizio sociale"),
    Doer.PROVIDER: _("Un'organizzazione che dà il servizio"),
    Doer.PERSON: _("La persona"),
    Doer.FAMILY: _("La famiglia"),
    Doer.VOLUNTEER: _("Un volontario"),
}

PARTY_LABELS: dict[PartyKind, Text] = {
    PartyKind.PERSON: _("La persona"),
    PartyKind.FAMILY: _("Un familiare"),
    PartyKind.GUARDIAN: _("Chi la rappresenta"),
    PartyKind.SOCIAL_SERVICE: _("Servizio sociale"),
    PartyKind.HEALTH_SERVICE: _("Servizio sanitario"),
    PartyKind.SCHOOL: _("Scuola"),
    PartyKind.PROVIDER: _("Organizzazione che dà il servizio"),
    PartyKind.OTHER: _("Altro"),
}

PRESENCE_LABELS: dict[Presence, Text] = {
    Presence.PRESENT: _("Ha partecipato"),
    Presence.INFORMED: _("È stato informato"),
}

GOAL_LABELS: dict[GoalState, Text] = {
    GoalState.NOT_STARTED: _("Non ancora iniziato"),
    GoalState.IN_PROGRESS: _("A buon punto"),
    GoalState.REACHED: _("Raggiunto"),
    GoalState.DROPPED: _("Lasciato"),
}

RESULT_LABELS: dict[GoalResult, Text] = {
    GoalResult.REACHED: _("Raggiunto"),
    GoalResult.PARTLY: _("Raggiunto in parte"),
    GoalResult.MISSED: _("Non raggiunto"),
}

WAY_LABELS: dict[AnswerWay, Text] = {
    AnswerWay.PAPER: _("Su carta"),
    AnswerWay.PORTAL: _("Dal portale"),
}

STEP_LABELS: dict[PlanStep, Text] = {
    PlanStep.DRAWN_UP: _("Progetto iniziato"),
    PlanStep.PROPOSED: _("Versione proposta"),
    PlanStep.VISA_GIVEN: _("Visto dato"),
    PlanStep.VISA_REFUSED: _("Visto negato"),
    PlanStep.TAKEN_BACK: _("Versione ripresa in mano"),
    PlanStep.SHARED: _("Versione condivisa con la persona"),
    PlanStep.ACCEPTED: _("Versione accettata"),
    PlanStep.REFUSED: _("Versione non accettata"),
    PlanStep.REVISED: _("Versione nuova iniziata"),
    PlanStep.CHECKED: _("Verifica fatta"),
    PlanStep.TAKEN_OVER: _("Responsabile cambiato"),
    PlanStep.CLOSED: _("Progetto concluso"),
    PlanStep.INTERRUPTED: _("Progetto interrotto"),
}
