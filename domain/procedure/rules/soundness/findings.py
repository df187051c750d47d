"""What can be wrong with a procedure, as its designer reads it."""

from dataclasses import dataclass
from enum import StrEnum

from domain.kernel.text import Text, _
from domain.procedure.rules.definition import State, Transition


class FindingKind(StrEnum):
    """What is wrong."""

    UNREACHABLE = "unreachable"
    DEAD_END = "dead_end"
    NO_END = "no_end"
    UNDECIDED = "undecided"
    ALIKE = "alike"
    END_WITH_WAY_OUT = "end_with_way_out"
    SUSPENDED_TWICE = "suspended_twice"
    NO_NOTICE = "no_notice"
    NOT_TOLD = "not_told"
    NOT_IN_ALL_LANGUAGES = "not_in_all_languages"
    NOBODY_MAY = "nobody_may"
    NO_DAYS = "no_days"
    UNATTENDED = "unattended"
    TERM_GROUND = "term_ground"


@dataclass(frozen=True)
class Finding:
    """What is wrong and where; ``is_blocking`` when the procedure cannot be published so."""

    kind: FindingKind
    text: Text
    state: str | None = None
    transition: str | None = None
    is_blocking: bool = True


STATE_TEXTS: dict[FindingKind, Text] = {
    FindingKind.UNREACHABLE: _("Nessuna strada porta allo stato «%(state)s»."),
    FindingKind.DEAD_END: _("Dallo stato «%(state)s» non si esce: aggiungi un passaggio, oppure segnalo come finale."),
    FindingKind.NO_END: _("Dallo stato «%(state)s» non si arriva mai alla fine."),
    FindingKind.UNDECIDED: _(
        "Lo stato «%(state)s» può restare fermo per sempre. Aggiungi un passaggio dell'ufficio o una scadenza."
    ),
    FindingKind.NOT_TOLD: _("Manca la frase per il cittadino nello stato «%(state)s»."),
    FindingKind.NOT_IN_ALL_LANGUAGES: _("La frase dello stato «%(state)s» non è scritta in tutte le lingue."),
    FindingKind.NO_DAYS: _("Lo stato «%(state)s» ha una scadenza automatica, ma non dice dopo quanti giorni."),
}
TRANSITION_TEXTS: dict[FindingKind, Text] = {
    FindingKind.ALIKE: _("Dallo stesso stato escono due passaggi uguali: «%(transition)s». Cambia nome a uno dei due."),
    FindingKind.END_WITH_WAY_OUT: _(
        "Il passaggio «%(transition)s» esce da uno stato finale. Da uno stato finale si può solo chiedere un riesame."
    ),
    FindingKind.SUSPENDED_TWICE: _(
        "Il passaggio «%(transition)s» può fermare il termine una seconda volta: la legge lo permette una volta sola."
    ),
    FindingKind.NO_NOTICE: _(
        "Il passaggio «%(transition)s» respinge la domanda senza il preavviso. Aggiungi il preavviso, oppure scrivi "
        "la norma che permette di non farlo."
    ),
    FindingKind.NOBODY_MAY: _("Nessuno può fare il passaggio «%(transition)s»: scegli un ruolo."),
    FindingKind.UNATTENDED: _(
        "Il passaggio «%(transition)s» è automatico: non può chiedere risposte, documenti o un visto."
    ),
}


def about_state(kind: FindingKind, state: State, *, is_blocking: bool = True) -> Finding:
    """Something wrong with a state."""
    return Finding(kind, Text(STATE_TEXTS[kind].msgid, {"state": state.name}), state.key, None, is_blocking)


def about_transition(kind: FindingKind, transition: Transition) -> Finding:
    """Something wrong with a transition."""
    text = Text(TRANSITION_TEXTS[kind].msgid, {"transition": transition.name})
    return Finding(kind, text, transition.source, transition.key)
