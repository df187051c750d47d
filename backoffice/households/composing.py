"""A new household around a person, from those already known."""

from typing import Any
from uuid import UUID

from litestar import Request, Response
from pydantic import ValidationError

from backoffice.households.pages import words
from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.platform.work import UnitOfWork
from domain.registry.actions.compose_household import ComposeHousehold, compose_household
from domain.registry.actions.households.move_member import MoveMember, move_member
from domain.registry.queries.households.household_on import HouseholdMemberRow, HouseholdSheet, households_on
from domain.registry.queries.person_card import person_card
from domain.registry.terms import HouseholdKind, Kinship
from web.forms import Form
from web.locale import sentence
from web.rendering import page


async def new_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    person_id: UUID,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    """The form, with the people around the person to tick."""
    around = list(_others(person_id, await households_on(work, operator, person_id, work.today)).values())
    return page(
        request,
        "households/new.html",
        status=status,
        form=form,
        person=await person_card(work, operator, person_id),
        around=around,
        people=[(str(one.person_id), one.full_name) for one in around],
        **words(),
    )


async def compose_from(
    work: UnitOfWork,
    operator: Operator,
    person_id: UUID,
    form: Form[Any],
    sheets: dict[HouseholdKind, HouseholdSheet],
) -> UUID | None:
    """Compose what was typed around the person. None, with the messages in the form, when something is wrong.

    Of each ticked person the field ``kinship-<id>`` says what they are; left empty, the registry household says it.
    """
    card = await person_card(work, operator, person_id)
    chosen = _chosen(form, sheets, person_id)
    members: list[dict[str, Any]] = [{"person_id": person_id, "kinship": Kinship.REFERENCE}]
    members += [
        {"person_id": key, "kinship": said, "is_cohabiting": one.is_cohabiting}
        for key, (one, said) in chosen.items()
        if said
    ]
    given = {name: value for name, value in form.values.items() if value != "" and name in FIELDS}
    try:
        command = ComposeHousehold.model_validate(given | {"ente_id": card.ente_id, "members": members})
    except ValidationError as refused:
        form.errors |= dict.fromkeys((str(one["loc"][0]) for one in refused.errors()), sentence(_CHECK))
        return None
    household_id = await compose_household(work, operator, command)
    for key in (key for key, (_one, said) in chosen.items() if not said):
        await _as_in_registry(work, operator, key, MoveMember(household_id=household_id, person_id=key, **_of(command)))
    return household_id


async def _as_in_registry(work: UnitOfWork, operator: Operator, key: UUID, command: MoveMember) -> None:
    try:
        await move_member(work, operator, command)
    except Invalid as refusal:
        raise Invalid({f"kinship-{key}": text for text in refusal.fields.values()}) from refusal


def _of(command: ComposeHousehold) -> dict[str, Any]:
    return command.model_dump(include={"starts_on", "source", "reason"})


def _chosen(
    form: Form[Any], sheets: dict[HouseholdKind, HouseholdSheet], person_id: UUID
) -> dict[UUID, tuple[HouseholdMemberRow, str]]:
    """The ticked people, with the kinship that was said of them; empty when it is to come from the registry."""
    ticked = form.value("members")
    ids = [ticked] if isinstance(ticked, str) else ticked
    others = _others(person_id, sheets)
    return {key: (one, str(form.value(f"kinship-{key}"))) for key, one in others.items() if str(key) in ids}


FIELDS = ("kind", "source", "reason", "is_alone", "starts_on")
_CHECK = _("Controlla questa risposta.")


def _others(person_id: UUID, sheets: dict[HouseholdKind, HouseholdSheet]) -> dict[UUID, HouseholdMemberRow]:
    found: dict[UUID, HouseholdMemberRow] = {}
    for sheet in sheets.values():
        for member in sheet.members:
            if member.person_id != person_id:
                found.setdefault(member.person_id, member)
    return found
