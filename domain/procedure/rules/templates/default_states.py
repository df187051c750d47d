"""The states of the default procedure, each with its sentence for the citizen."""

from domain.kernel.text import _
from domain.procedure.rules.definition import State
from domain.procedure.rules.templates.drawing_up import state
from domain.procedure.terms import Clock, StateKind

# Laid out like the page that it is: one argument a line would hide the words.
# fmt: off


def states_before_the_decision() -> tuple[State, ...]:
    """From the request to the day before the answer."""
    office, citizen = StateKind.WAITING_FOR_OFFICE, StateKind.WAITING_FOR_CITIZEN
    return (
        state("received", office, _("Ricevuta"),
              _("L'ufficio ha ricevuto la tua domanda. Presto una persona la guarda."),
              task=_("Assegna la domanda e comincia il controllo."), days=5),
        state("formal_check", office, _("Controllo dei documenti"),
              _("L'ufficio controlla se nella tua domanda c'è tutto."),
              task=_("Controlla se manca qualcosa."), days=10),
        state("integration_requested", citizen, _("Manca qualcosa"),
              _("Nella tua domanda manca qualcosa. Leggi la richiesta e manda quello che serve."),
              clock=Clock.SUSPENDED, task=_("Aspetta quello che manca."), days=30),
        state("examination", office, _("Esame della domanda"),
              _("L'ufficio esamina la tua domanda e prepara la risposta."),
              task=_("Esamina la domanda e proponi una risposta.")),
        state("rejection_announced", citizen, _("Avviso prima del no"),
              _("L'ufficio pensa di dire no. Leggi i motivi: hai dieci giorni per rispondere."),
              clock=Clock.SUSPENDED, task=_("Aspetta le osservazioni del cittadino."), days=10),
        state("final_examination", office, _("Esame dopo l'avviso"),
              _("L'ufficio guarda di nuovo la tua domanda, anche con le tue osservazioni."),
              task=_("Leggi le osservazioni e decidi.")))


def states_from_the_decision_on() -> tuple[State, ...]:
    """The answers, and what comes after."""
    decided, over = StateKind.DECIDED, Clock.STOPPED
    letter = _("Prepara e manda la lettera.")
    return (
        state("granted", decided, _("Accolta"), _("La risposta è sì. Presto ricevi la lettera con la decisione."),
              clock=over, task=letter, days=5),
        state("granted_in_part", decided, _("Accolta in parte"),
              _("La risposta è sì, ma solo per una parte. La lettera ti spiega quale."),
              clock=over, task=letter, days=5),
        state("rejected", decided, _("Respinta"),
              _("La risposta è no. La lettera ti spiega perché e che cosa puoi fare."),
              clock=over, task=letter, days=5),
        state("archived", StateKind.ENDED, _("Archiviata"),
              _("L'ufficio ha chiuso la tua domanda senza decidere. La lettera ti spiega perché."),
              clock=over, is_final=True),
        state("withdrawn", StateKind.ENDED, _("Ritirata"),
              _("Hai rinunciato alla domanda. Se ti serve ancora, puoi farne un'altra."),
              clock=over, is_final=True),
        state("notified", StateKind.ENDED, _("Decisione consegnata"),
              _("Hai ricevuto la decisione. Se non sei d'accordo, puoi chiedere di guardarla di nuovo."),
              clock=over, is_final=True),
        state("review_requested", StateKind.WAITING_FOR_OFFICE, _("Riesame chiesto"),
              _("Hai chiesto di guardare di nuovo la decisione. L'ufficio ti risponde."),
              task=_("Guarda di nuovo la decisione e rispondi.")),
        state("review_answered", StateKind.ENDED, _("Riesame concluso"),
              _("L'ufficio ha guardato di nuovo la decisione. La risposta è nella lettera."),
              clock=over, is_final=True))
