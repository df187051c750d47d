"""Who is meant by a form: somebody already around the person, or somebody found by the codice fiscale."""

from typing import Any
from uuid import UUID

from domain.kernel.actor import Operator
from domain.kernel.codice_fiscale import normalise
from domain.platform.work import UnitOfWork
from domain.registry.queries.finding.find_people import ids_found
from domain.registry.queries.households.household_on import HouseholdSheet
from domain.registry.queries.names import names
from domain.registry.terms import HouseholdKind
from web.forms import Form
from web.locale import gettext as _

CODE_LENGTH = 16


def people_around(sheets: dict[HouseholdKind, HouseholdSheet], *, without: set[UUID]) -> list[tuple[str, str]]:
    """The people of some households, for a select: each once, by name."""
    named = {member.person_id: member.full_name for sheet in sheets.values() for member in sheet.members}
    return sorted(((str(key), name) for key, name in named.items() if key not in without), key=lambda one: one[1])


async def chosen_person(work: UnitOfWork, operator: Operator, form: Form[Any]) -> UUID | None:
    """Who was chosen in ``person_id`` or typed in ``codice_fiscale``; None, with the message beside, when nobody."""
    chosen, code = str(form.value("person_id")), normalise(str(form.value("codice_fiscale")))
    if chosen:
        try:
            return UUID(chosen)
        except ValueError:
            form.errors["person_id"] = _("Scegli una delle persone.")
            return None
    near = await names(work, await ids_found(work, operator, code) if len(code) == CODE_LENGTH else [])
    found = [key for key, one in near.items() if one.codice_fiscale == code]
    if len(found) == 1:
        return found[0]
    where = "codice_fiscale" if code else "person_id"
    form.errors[where] = _("Non troviamo questa persona. Controlla il codice fiscale.") if code else _("Scegli chi.")
    return None
