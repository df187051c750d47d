"""The form of home care: what a comune really asks to help somebody at home."""

from domain.catalogue.rules.form_definition import FormDefinition
from domain.catalogue.seeds.home_care_needs import autonomy, needs
from domain.catalogue.seeds.home_care_papers import declarations, papers
from domain.catalogue.seeds.home_care_people import home, isee, who


def home_care_form() -> FormDefinition:
    """Seven steps: who, home and family, ISEE, autonomy, need, papers, declarations."""
    return FormDefinition(steps=(who(), home(), isee(), autonomy(), needs(), papers(), declarations()))
