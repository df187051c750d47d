"""How a person is safely reached: read by who is about to contact them, set together with them."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.contact_profile.words import warnings_of
from domain.correspondence.actions.letters.set_contact_profile import SetContactProfile, set_contact_profile
from domain.correspondence.queries.contact_profiles import ContactProfileRow, contact_profile
from domain.correspondence.queries.deliveries_of import messages_to
from domain.correspondence.terms import Channel, ContactWay, Sort
from domain.kernel.roles import DESK_ROLES
from domain.organization.terms import WEEKDAYS
from domain.registry.queries.person_card import person_card
from web.access import operator
from web.forms import Form, bind, show
from web.locale import sentence
from web.pagination import PageLinks, page_number
from web.rendering import page, see_other
from web.work import CurrentOperator, Work


class ContactProfileController(Controller):
    """One person's."""

    path = "/persone/{person_id:uuid}/contatti-sicuri"

    @get("/", name="contact_profile.edit", **operator(*DESK_ROLES))
    async def edit(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """What holds now, why, and who has said so; the reading is noted."""
        kept = await contact_profile(work, operator, person_id)
        form = show(kept.safe.as_typed() | {"why": kept.why})
        return await _profile_page(request, work, operator, person_id, form, kept)

    @post("/", name="contact_profile.update", **operator(*DESK_ROLES))
    async def update(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """From the next message on, and for those that wait."""
        form = await bind(request, SetContactProfile, person_id=person_id)
        if form.command is not None:
            await set_contact_profile(work, operator, form.command)
            return see_other(request, f"/persone/{person_id}?fatto=contatti")
        kept = await contact_profile(work, operator, person_id)
        return await _profile_page(request, work, operator, person_id, form, kept, status=422)


class PersonMessageController(Controller):
    """What was written to one person, and how far each delivery has come."""

    path = "/persone/{person_id:uuid}/messaggi"

    @get("/", name="person.messages", **operator(*DESK_ROLES))
    async def list(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """The latest first; the reading is noted."""
        card = await person_card(work, operator, person_id)
        found = await messages_to(work, operator, card.id, page_number(request))
        links = PageLinks(found.number, found.pages, f"/persone/{card.id}/messaggi", {})
        return page(request, "contact_profile/messages.html", person=card, rows=found.items, links=links)


async def _profile_page(
    request: Request[Any, Any, Any],
    work: Work,
    operator: CurrentOperator,
    person_id: UUID,
    form: Form[Any],
    kept: ContactProfileRow,
    *,
    status: int = 200,
) -> Response[Any]:
    card = await person_card(work, operator, person_id)
    if card.id != person_id:  # the record was joined to another one
        return see_other(request, f"/persone/{card.id}/contatti-sicuri")
    return page(
        request,
        "contact_profile/edit.html",
        status=status,
        form=form,
        person=card,
        kept=kept,
        warnings=warnings_of(kept.safe),
        sorts=[(f"wanted_{sort.value}", sentence(sort.label)) for sort in Sort],
        channels=[(one.value, sentence(one.label)) for one in Channel],
        ways=[(one.value, sentence(one.label)) for one in ContactWay],
        days=[(number, sentence(day)) for number, day in enumerate(WEEKDAYS)],
    )
