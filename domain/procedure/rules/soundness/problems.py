"""Everything that is wrong with a procedure."""

from domain.procedure.rules.definition import ProcedureDefinition
from domain.procedure.rules.legal_terms import LegalTerms
from domain.procedure.rules.soundness.findings import Finding
from domain.procedure.rules.soundness.law import legal_problems
from domain.procedure.rules.soundness.shape import state_problems, transition_problems


def problems(definition: ProcedureDefinition, legal: LegalTerms) -> tuple[Finding, ...]:
    """The findings, states first, then transitions, then the law; nothing when it can be published as it is."""
    return (
        *state_problems(definition),
        *transition_problems(definition),
        *legal_problems(definition, legal),
    )
