"""The procedure with which an ente starts, as L. 241/1990 draws it; and the short one of five states."""

from domain.kernel.roles import CASE_ROLES, Role
from domain.kernel.text import _
from domain.procedure.rules.definition import AskedField, ProcedureDefinition, Transition
from domain.procedure.rules.templates.default_states import states_before_the_decision, states_from_the_decision_on
from domain.procedure.rules.templates.drawing_up import asked, state, way
from domain.procedure.terms import Clock, Effect, StateKind, Trigger

# Laid out like the page that it is: one argument a line would hide the words.
# fmt: off

DESK = (Role.DESK_OPERATOR, Role.ADMIN_CLERK, *CASE_ROLES)
OFFICE = (Role.ADMIN_CLERK, *CASE_ROLES)


def default_procedure() -> ProcedureDefinition:
    """From the request to the review: each way is the office's, the citizen's, or time's."""
    return ProcedureDefinition(
        start="received",
        states=(*states_before_the_decision(), *states_from_the_decision_on()),
        transitions=(*_checks(), *_notice(), *_decisions(), *_withdrawals(), *_after()))


def _reasons() -> AskedField:
    return asked("reasons", _("Motivi, con parole semplici"))


def _checks() -> tuple[Transition, ...]:
    return (
        way("start_check", "received", "formal_check", _("Comincia il controllo"), roles=DESK, is_bulk_allowed=True,
            notifies=True),
        way("request_integration", "formal_check", "integration_requested", _("Chiedi quello che manca"), roles=DESK,
            fields=(asked("missing", _("Che cosa manca")),), letter="integration_request", notifies=True,
            effect=Effect.SUSPEND_FOR_INTEGRATION),
        way("start_examination", "formal_check", "examination", _("Passa all'esame"), roles=DESK,
            is_bulk_allowed=True, notifies=True),
        way("receive_integration", "integration_requested", "examination", _("È arrivato quello che manca"),
            roles=DESK, trigger=Trigger.ON_REPLY, notifies=True, effect=Effect.RESUME),
        way("go_on_without", "integration_requested", "examination", _("Il tempo per rispondere è finito"),
            trigger=Trigger.ON_EXPIRY, notifies=True, effect=Effect.RESUME))


def _notice() -> tuple[Transition, ...]:
    return (
        way("announce_rejection", "examination", "rejection_announced", _("Avvisa che la risposta può essere no"),
            roles=OFFICE, fields=(_reasons(),), needs_visa=True, letter="rejection_notice", notifies=True,
            effect=Effect.ANNOUNCE_REJECTION),
        way("receive_observations", "rejection_announced", "final_examination", _("Sono arrivate le osservazioni"),
            roles=DESK, trigger=Trigger.ON_REPLY, notifies=True, effect=Effect.RESUME),
        way("no_observations", "rejection_announced", "final_examination", _("Nessuna osservazione in tempo"),
            trigger=Trigger.ON_EXPIRY, effect=Effect.RESUME))


def _decisions() -> tuple[Transition, ...]:
    found = []
    for source, before in (("examination", "first"), ("final_examination", "then")):
        found += [
            way(f"{before}_grant", source, "granted", _("Accogli la domanda"), roles=OFFICE, needs_visa=True,
                effect=Effect.GRANT),
            way(f"{before}_grant_in_part", source, "granted_in_part", _("Accogli una parte"), roles=OFFICE,
                fields=(_reasons(),), needs_visa=True, effect=Effect.GRANT_IN_PART),
            way(f"{before}_archive", source, "archived", _("Chiudi senza decidere"), roles=OFFICE,
                fields=(_reasons(),), letter="archive_notice", notifies=True, effect=Effect.ARCHIVE)]
    reject = way("reject", "final_examination", "rejected", _("Respingi la domanda"), roles=OFFICE,
                 fields=(_reasons(),), needs_visa=True, effect=Effect.REJECT)
    return (*found, reject)


def _withdrawals() -> tuple[Transition, ...]:
    open_states = [one.key for one in states_before_the_decision()]
    return tuple(
        way(f"withdraw_{number}", key, "withdrawn", _("Rinuncia alla domanda"), is_for_citizen=True, notifies=True,
            effect=Effect.WITHDRAW)
        for number, key in enumerate(open_states, 1))


def _after() -> tuple[Transition, ...]:
    told = tuple(
        way(f"notify_{key}", key, "notified", _("Consegna la decisione"), roles=OFFICE, letter=f"decision_{key}",
            notifies=True, effect=Effect.NOTIFY)
        for key in ("granted", "granted_in_part", "rejected"))
    return (
        *told,
        way("ask_review", "notified", "review_requested", _("Chiedi di guardare di nuovo la decisione"),
            is_for_citizen=True, fields=(asked("why", _("Perché non sei d'accordo")),), notifies=True,
            effect=Effect.ASK_REVIEW),
        way("answer_review", "review_requested", "review_answered", _("Rispondi alla richiesta di riesame"),
            roles=OFFICE, fields=(_reasons(),), needs_visa=True, letter="review_answer", notifies=True))


def minimal_procedure() -> ProcedureDefinition:
    """Five states, for a small service: received, examined, notice before a no, yes, no."""
    office, over = StateKind.WAITING_FOR_OFFICE, Clock.STOPPED
    return ProcedureDefinition(
        start="received",
        states=(
            state("received", office, _("Ricevuta"),
                  _("L'ufficio ha ricevuto la tua domanda. Presto una persona la guarda.")),
            state("examination", office, _("Esame della domanda"),
                  _("L'ufficio esamina la tua domanda e prepara la risposta.")),
            state("rejection_announced", StateKind.WAITING_FOR_CITIZEN, _("Avviso prima del no"),
                  _("L'ufficio pensa di dire no. Leggi i motivi: hai dieci giorni per rispondere."),
                  clock=Clock.SUSPENDED, days=10),
            state("granted", StateKind.ENDED, _("Accolta"),
                  _("La risposta è sì. Presto ricevi la lettera con la decisione."), clock=over, is_final=True),
            state("rejected", StateKind.ENDED, _("Respinta"),
                  _("La risposta è no. La lettera ti spiega perché e che cosa puoi fare."),
                  clock=over, is_final=True)),
        transitions=(
            way("examine", "received", "examination", _("Comincia l'esame"), roles=DESK, is_bulk_allowed=True,
                notifies=True),
            way("grant", "examination", "granted", _("Accogli la domanda"), roles=OFFICE, letter="decision_granted",
                notifies=True, effect=Effect.GRANT),
            way("announce_rejection", "examination", "rejection_announced",
                _("Avvisa che la risposta può essere no"), roles=OFFICE, fields=(_reasons(),),
                letter="rejection_notice", notifies=True, effect=Effect.ANNOUNCE_REJECTION),
            way("grant_after_notice", "rejection_announced", "granted", _("Accogli la domanda"), roles=OFFICE,
                letter="decision_granted", notifies=True, effect=Effect.GRANT),
            way("reject", "rejection_announced", "rejected", _("Respingi la domanda"), roles=OFFICE,
                fields=(_reasons(),), letter="decision_rejected", notifies=True, effect=Effect.REJECT)))
