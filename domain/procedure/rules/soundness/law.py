"""Whether a procedure keeps L. 241/1990: one suspension (art. 2 c. 7), a notice before a rejection (art. 10-bis).

A review that is asked opens another procedure: what happened before it does not count any more.
"""

from collections.abc import Iterator

from domain.kernel.text import _
from domain.procedure.rules.definition import ProcedureDefinition, Transition
from domain.procedure.rules.legal_terms import LegalTerms
from domain.procedure.rules.soundness.findings import Finding, FindingKind, about_transition
from domain.procedure.rules.soundness.graph import reached
from domain.procedure.terms import Effect


def legal_problems(definition: ProcedureDefinition, legal: LegalTerms) -> Iterator[Finding]:
    """What the law does not allow."""
    yield from _suspended_twice(definition)
    yield from _without_notice(definition)
    yield from _too_long(definition, legal)


def _goes_on(one: Transition) -> bool:
    return one.effect is not Effect.ASK_REVIEW


def _suspended_twice(definition: ProcedureDefinition) -> Iterator[Finding]:
    """The second of two suspensions on one path, or one that comes round again."""
    from_start = reached(definition, [definition.start])
    suspending = [one for one in definition.transitions if one.effect is Effect.SUSPEND_FOR_INTEGRATION]
    after = {one.key: reached(definition, [one.target], _goes_on) for one in suspending if one.source in from_start}
    for second in suspending:
        if any(second.source in states for states in after.values()):
            yield about_transition(FindingKind.SUSPENDED_TWICE, second)


def _without_notice(definition: ProcedureDefinition) -> Iterator[Finding]:
    if not definition.is_started_by_citizen or definition.exempt_from_notice:
        return
    unwarned = reached(
        definition, [definition.start], lambda one: one.effect not in (Effect.ANNOUNCE_REJECTION, Effect.ASK_REVIEW)
    )
    for one in definition.transitions:
        if one.effect is Effect.REJECT and one.source in unwarned:
            yield about_transition(FindingKind.NO_NOTICE, one)


def _too_long(definition: ProcedureDefinition, legal: LegalTerms) -> Iterator[Finding]:
    days = definition.term_days
    if days is None or legal.allows(days, definition.term_ground):
        return
    text = _(
        "Il termine è di %(days)d giorni. Oltre %(most)d serve la norma che lo permette, e mai più di %(ever)d.",
        days=days,
        most=legal.longest_days,
        ever=legal.longest_with_ground_days,
    )
    yield Finding(FindingKind.TERM_GROUND, text)
