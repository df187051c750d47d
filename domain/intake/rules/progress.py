"""Where an application is, in words for the person who sent it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.intake.terms import Outcome
from domain.kernel.text import Text, _


class StageState(StrEnum):
    """Whether a stage is behind, under way or ahead."""

    DONE = "done"
    NOW = "now"
    NEXT = "next"


@dataclass(frozen=True)
class Milestones:
    """The facts of an application, None while they have not happened; ``due_on`` is the last day for the answer."""

    submitted_at: datetime | None = None
    registered_at: datetime | None = None
    taken_at: datetime | None = None
    withdrawn_at: datetime | None = None
    decided_at: datetime | None = None
    outcome: Outcome | None = None
    due_on: date | None = None


@dataclass(frozen=True)
class Stage:
    """A stage: its name for people, whether it is done, when it happened or must happen, and what it means."""

    key: str
    title: Text
    state: StageState
    at: datetime | date | None = None
    note: Text | None = None


ANSWERS: dict[Outcome, Text] = {
    Outcome.GRANTED: _("La risposta è sì"),
    Outcome.GRANTED_IN_PART: _("La risposta è sì, per una parte"),
    Outcome.REJECTED: _("La risposta è no"),
    Outcome.ARCHIVED: _("L'ufficio ha chiuso la domanda senza decidere"),
}


def stages(milestones: Milestones) -> list[Stage]:
    """The way of an application from sending to the answer: at most one stage is ``now``, the done ones come first."""
    if milestones.withdrawn_at is not None:
        return _withdrawn(milestones)
    reached = [
        ("sent", _("Hai inviato la domanda"), milestones.submitted_at, _("La domanda è arrivata.")),
        (
            "registered",
            _("La domanda ha un numero"),
            milestones.registered_at,
            _("Il numero di protocollo è la prova che la domanda è arrivata."),
        ),
        (
            "in_charge",
            _("Un operatore segue la domanda"),
            milestones.taken_at,
            _("Una persona dell'ufficio legge la domanda e ti chiama se manca qualcosa."),
        ),
        (
            "checks",
            _("L'ufficio controlla la domanda"),
            None,
            _("L'ufficio controlla le risposte e i documenti. Può chiederti un incontro."),
        ),
    ]
    found: list[Stage] = []
    is_open, is_decided = True, milestones.outcome is not None
    for key, title, at, note in reached:
        is_done = is_decided or (is_open and at is not None)
        state = StageState.DONE if is_done else StageState.NOW if is_open else StageState.NEXT
        found.append(Stage(key, title, state, at if is_done else None, note))
        is_open = is_done
    if milestones.outcome is not None:
        return [*found, Stage("answer", ANSWERS[milestones.outcome], StageState.DONE, milestones.decided_at)]
    answer = Stage(
        "answer", _("Ricevi la risposta"), StageState.NEXT, milestones.due_on, _("Questo è l'ultimo giorno utile.")
    )
    return [*found, answer]


def _withdrawn(milestones: Milestones) -> list[Stage]:
    sent = Stage("sent", _("Hai inviato la domanda"), StageState.DONE, milestones.submitted_at)
    registered = Stage("registered", _("La domanda ha un numero"), StageState.DONE, milestones.registered_at)
    end = Stage(
        "withdrawn",
        _("Hai rinunciato alla domanda"),
        StageState.DONE,
        milestones.withdrawn_at,
        _("Puoi fare una nuova domanda quando vuoi."),
    )
    return [sent, *([registered] if milestones.registered_at else []), end]
