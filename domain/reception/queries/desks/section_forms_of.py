"""The optional sections of a desk, as forms to be shown."""

from collections.abc import Sequence

from domain.reception.queries.desks.desk_of import DeskRow
from domain.reception.rules.section_fields import SectionField, SectionForm
from domain.reception.rules.section_forms import latest

__all__ = ["SectionField", "SectionForm", "section_forms_of"]


def section_forms_of(desk: DeskRow) -> Sequence[SectionForm]:
    """The forms of the sections that are switched on, in their order, each in its latest version."""
    return [latest(section) for section in desk.sections]
