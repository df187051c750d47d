"""The page of one member of a household."""

from typing import Any
from uuid import UUID

from litestar import Request, Response

from backoffice.households.pages import Place, of_person, words
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.registry.queries.households.household_on import HouseholdMemberRow
from domain.registry.queries.households.member_row import member_row
from domain.registry.queries.person_card import person_card
from web.forms import Form, show
from web.rendering import page

MARKS = ("is_cohabiting", "is_parent_responsible", "is_caregiver", "is_foster", "is_disabled")


async def member_of(work: UnitOfWork, operator: Operator, place: Place, member_id: UUID) -> HouseholdMemberRow:
    """The member, of a household of the person. Refuses NotFound."""
    await of_person(work, operator, place)
    return await member_row(work, operator, place.household_id, member_id)


async def member_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    place: Place,
    member: HouseholdMemberRow,
    form: Form[Any] | None = None,
    *,
    status: int = 200,
    template: str = "households/member.html",
) -> Response[Any]:
    """What is written of the member, and the forms to change it."""
    return page(
        request,
        template,
        status=status,
        form=form or show(_known(member)),
        person=await person_card(work, operator, place.person_id),
        place=place,
        member=member,
        **words(),
    )


def _known(member: HouseholdMemberRow) -> dict[str, Any]:
    known: dict[str, Any] = {name: "true" for name in MARKS if getattr(member, name)}
    for name in ("kinship", "availability", "contact_mode", "source"):
        word = getattr(member, name)
        known[name] = word.value if word else None
    return known | {"how": "changed", "ends_on": member.ends_on}
