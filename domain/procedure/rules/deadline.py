"""A deadline that explains itself: each step of the reckoning in a sentence, with its day and its law."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from domain.kernel.text import Text, _
from domain.procedure.rules.calendar import Calendar, Whose
from domain.procedure.rules.legal_terms import LegalTerms
from domain.procedure.rules.term import Pause, Reckoning, Term, is_paused, reckon
from domain.procedure.terms import Days, PauseKind, StepKind

CIVIL_CODE = "c.c. art. 2963"


@dataclass(frozen=True)
class Step:
    """One step: what happened to the term on ``day``, in words, and by which law (empty where none says it)."""

    kind: StepKind
    day: date
    text: Text
    law: str = ""


@dataclass(frozen=True)
class Deadline:
    """The office's last day; None while an open pause stops the term. ``days_left`` is negative after it.

    ``days_left`` is None once the office has decided. ``length`` are the days of the term in all.
    """

    due_on: date | None
    steps: tuple[Step, ...]
    is_suspended: bool
    days_left: int | None
    length: int

    @property
    def is_overdue(self) -> bool:
        """Whether the last day has passed without a decision."""
        return self.days_left is not None and self.days_left < 0


def deadline(term: Term, calendar: Calendar, legal: LegalTerms, today: date) -> Deadline:
    """The last day with its explanation, as it stands ``today``."""
    found = reckon(term, calendar, legal)
    is_over = term.stopped_on is not None
    days_left = None if is_over or found.due_on is None else (found.due_on - today).days
    steps = tuple(_steps(term, found, calendar, legal))
    return Deadline(found.due_on, steps, not is_over and is_paused(found, today), days_left, found.days)


def _steps(term: Term, found: Reckoning, calendar: Calendar, legal: LegalTerms) -> Iterator[Step]:
    started = _("Il termine parte dal %(day)s. Questo giorno non si conta.", day=term.started_on)
    yield Step(StepKind.STARTED, term.started_on, started, CIVIL_CODE)
    yield _length(term, found, legal)
    for one in term.extensions:
        text = _("L'ufficio ha aggiunto %(days)d giorni. Il motivo: %(ground)s", days=one.days, ground=one.ground)
        yield Step(StepKind.EXTENDED, one.decided_on, text, legal.law("longest_with_ground_days"))
    for pause in found.pauses:
        yield from _pause(pause, legal)
    yield from _end(found, calendar)
    if term.stopped_on is not None:
        yield Step(StepKind.STOPPED, term.stopped_on, _("L'ufficio ha chiuso il %(day)s.", day=term.stopped_on))


def _length(term: Term, found: Reckoning, legal: LegalTerms) -> Step:
    days = min(term.days, found.days)
    text = (
        _("L'ufficio ha %(days)d giorni per rispondere. Si contano anche le feste.", days=days)
        if term.counting is Days.CALENDAR
        else _("L'ufficio ha %(days)d giorni di lavoro per rispondere. Le feste non si contano.", days=days)
    )
    if term.ground:
        law = term.ground
    elif days == legal.default_days:
        law = legal.law("default_days")
    else:
        law = legal.law("longest_days")
    return Step(StepKind.LENGTH, term.started_on, text, law)


def _pause(pause: Pause, legal: LegalTerms) -> Iterator[Step]:
    day = pause.starts_on
    match pause.suspension.kind:
        case PauseKind.INTEGRATION:
            law = legal.law("suspension_days")
            if pause.is_ignored:
                text = _("La richiesta del %(day)s non ferma il termine: si può fermare una volta sola.", day=day)
                yield Step(StepKind.IGNORED, day, text, law)
                return
            text = _("Il %(day)s l'ufficio ha chiesto quello che manca. Il termine si ferma.", day=day)
            yield Step(StepKind.PAUSED, day, text, law)
            yield from _after_request(pause, legal, law)
        case PauseKind.REJECTION_NOTICE:
            law = legal.law("observation_days")
            if pause.is_ignored:
                text = _("Il secondo avviso, del %(day)s, non ferma il termine.", day=day)
                yield Step(StepKind.IGNORED, day, text, law)
                return
            text = _("Il %(day)s è arrivato l'avviso che la risposta può essere no. Il termine si ferma.", day=day)
            yield Step(StepKind.PAUSED, day, text, law)
            yield from _after_notice(pause, legal)
        case _:
            text = _("Il termine si ferma il %(day)s.", day=day)
            yield Step(StepKind.PAUSED, day, text, pause.suspension.ground)
            if pause.ends_on is not None:
                yield _resumed(pause, pause.ends_on, pause.suspension.ground)


def _after_request(pause: Pause, legal: LegalTerms, law: str) -> Iterator[Step]:
    if pause.ends_on is None:
        return
    if pause.ends_on != pause.suspension.answered_on:
        text = _(
            "Il termine può stare fermo al massimo %(days)d giorni. Poi riparte anche senza una risposta.",
            days=legal.suspension_days,
        )
        yield Step(StepKind.PAUSE_LIMIT, pause.ends_on, text, law)
    yield _resumed(pause, pause.ends_on, law)


def _after_notice(pause: Pause, legal: LegalTerms) -> Iterator[Step]:
    if pause.ends_on is None or pause.last_on is None:
        return
    law = legal.law("resume_days")
    answered = pause.suspension.answered_on
    if answered is not None and pause.starts_on <= answered <= pause.last_on:
        text = _(
            "Le osservazioni sono arrivate il %(day)s. Il termine riparte dopo %(days)d giorni.",
            day=answered,
            days=legal.resume_days,
        )
        yield Step(StepKind.PAUSE_LIMIT, answered, text, law)
    else:
        text = _("Si può rispondere all'avviso fino al %(day)s. Senza risposta il termine riparte.", day=pause.last_on)
        yield Step(StepKind.PAUSE_LIMIT, pause.last_on, text, legal.law("observation_days"))
    yield _resumed(pause, pause.ends_on, law)


def _resumed(pause: Pause, day: date, law: str) -> Step:
    text = _("Il termine riparte. È stato fermo %(days)d giorni, fino al %(day)s.", days=pause.length, day=day)
    return Step(StepKind.RESUMED, day, text, law)


def _end(found: Reckoning, calendar: Calendar) -> Iterator[Step]:
    if found.counted_to is None or found.due_on is None:
        last = max(pause.starts_on for pause in found.pauses if pause.ends_on is None)
        yield Step(StepKind.DUE, last, _("Finché il termine è fermo non c'è un ultimo giorno per la risposta."))
        return
    if found.due_on != found.counted_to:
        holiday = calendar.off(found.counted_to, Whose.OFFICE)
        text = (
            _(
                "L'ultimo giorno è una festa: %(day)s, %(name)s. Si passa al primo giorno di lavoro dopo.",
                day=found.counted_to,
                name=holiday.name,
            )
            if holiday
            else _("L'ultimo giorno, %(day)s, cade mentre il termine è fermo. Si passa a dopo.", day=found.counted_to)
        )
        yield Step(StepKind.MOVED, found.counted_to, text, CIVIL_CODE)
    yield Step(StepKind.DUE, found.due_on, _("L'ufficio risponde al massimo il %(day)s.", day=found.due_on))
