"""What the person can do in a proceeding, besides answering what is asked."""

from domain.procedure.queries.definitions import Transition
from domain.procedure.queries.proceeding_of import ProceedingSheet
from domain.procedure.terms import Effect, StateKind


def may_observe(found: ProceedingSheet) -> bool:
    """Whether a notice waits for the person's observations now (L. 241/1990 art. 10-bis)."""
    is_noticed = bool(found.history) and found.history[0].effect is Effect.ANNOUNCE_REJECTION
    return is_noticed and found.state.kind is StateKind.WAITING_FOR_CITIZEN


def review_of(found: ProceedingSheet) -> Transition | None:
    """The way by which a review is asked now; None where the procedure has none."""
    return next((one.transition for one in found.ways_on if one.transition.effect is Effect.ASK_REVIEW), None)
