"""The shipped procedures by their name."""

from domain.procedure.rules.definition import ProcedureDefinition
from domain.procedure.rules.templates.default_procedure import default_procedure, minimal_procedure
from domain.procedure.terms.designing import Template


def shipped(template: Template) -> ProcedureDefinition:
    """The procedure of this template; its sentences are in every language that the catalogues have today."""
    return default_procedure() if template is Template.ORDINARY else minimal_procedure()
