"""Members of households as rows of a table, in words."""

from datetime import date
from typing import Any

from domain.registry.queries.households.household_comparison import HouseholdComparison
from domain.registry.queries.households.household_on import HouseholdMemberRow, HouseholdSheet
from web.locale import gettext as _
from web.locale import sentence, short_date

Cell = str | tuple[str, str] | None


def member_rows(sheet: HouseholdSheet, path: str | None) -> list[list[Cell]]:
    """Name, kinship, age, home, what they do, contact, days, source; the name leads to the member below ``path``."""
    return [
        [
            (member.full_name, f"{path}/componenti/{member.id}") if path else member.full_name,
            sentence(member.kinship.label),
            _age(member, sheet.day),
            _("sì") if member.is_cohabiting else _("no"),
            ", ".join(duties(member)) or None,
            sentence(member.contact_mode.label) if member.contact_mode else None,
            short_date(member.starts_on) if member.starts_on else _("da sempre"),
            short_date(member.ends_on) if member.ends_on else None,
            sentence(member.source.label),
        ]
        for member in sheet.members
    ]


def duties(member: HouseholdMemberRow) -> list[str]:
    """What somebody does in the household, and what must be known of them."""
    found = [
        (member.is_parent_responsible, _("responsabilità genitoriale")),
        (member.is_caregiver, _("assiste la persona")),
        (member.is_foster, _("in affido")),
        (member.is_disabled, _("ha una disabilità")),
    ]
    words = [word for is_so, word in found if is_so]
    return [*words, sentence(member.availability.label)] if member.availability else words


def comparison_rows(found: HouseholdComparison) -> list[dict[str, Any]]:
    """Each person, what the two households say of them, and the difference in words; empty when there is none."""
    return [
        {
            "name": (one.left or one.right).full_name,  # pyright: ignore[reportOptionalMemberAccess]
            "left": _described(one.left, found.left.day),
            "right": _described(one.right, found.right.day),
            "difference": _difference(one),
        }
        for one in found.members
    ]


def _described(member: HouseholdMemberRow | None, day: date) -> str | None:
    if member is None:
        return None
    words = [sentence(member.kinship.label), _age(member, day) or ""]
    return ", ".join(word for word in [*words, "" if member.is_cohabiting else _("non vive qui")] if word)


def _difference(one: Any) -> str:
    if one.is_only_left:
        return _("È solo nel primo nucleo.")
    if one.is_only_right:
        return _("È solo nel secondo nucleo.")
    if one.has_other_kinship:
        return _("La parentela è diversa.")
    return _("Vive qui solo in uno dei due.") if one.has_other_home else ""


def _age(member: HouseholdMemberRow, day: date) -> str | None:
    age = member.age_on(day)
    if member.is_dead:
        return _("persona morta")
    return None if age is None else str(age)
