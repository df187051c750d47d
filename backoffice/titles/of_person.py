"""The titles of one person: who acts for them, for whom they act, and writing down a decree."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.access.actions.record_title import RecordTitle, record_title
from domain.access.refusals import UnknownPerson
from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid
from domain.kernel.roles import DESK_ROLES
from domain.platform.work import UnitOfWork
from domain.registry.queries.guardianships import guardianships_of
from domain.registry.queries.person_card import person_card
from domain.registry.refusals import GuardianOfOneself, PeriodReversed
from domain.registry.terms import GuardianshipKind
from web.access import operator
from web.forms import Form, bind, dates_and_file, show
from web.locale import sentence
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

FIELD_OF = {
    UnknownPerson: "guardian_codice_fiscale",
    GuardianOfOneself: "guardian_codice_fiscale",
    PeriodReversed: "ends_on",
}


class PersonTitleController(Controller):
    """Whoever acts for a person, and the other way round."""

    path = "/persone/{person_id:uuid}/tutele"

    @get("/", name="person.titles", **operator(*DESK_ROLES))
    async def list(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """All of them, and the form for a new one; the reading is noted."""
        return await _titles_page(request, work, operator, person_id, show({"starts_on": work.today}))

    @post("/", name="person.title.create", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """Write down what a judge decided; the operator has seen the decree."""
        form = await bind(request, RecordTitle, person_id=person_id, **await dates_and_file(request, file="file"))
        if form.command is not None:
            try:
                title_id = await record_title(work, operator, form.command)
                return see_other(request, f"/tutele/{title_id}?fatto=nuova")
            except (UnknownPerson, GuardianOfOneself, PeriodReversed) as refusal:
                await work.discard()
                form.errors[FIELD_OF[type(refusal)]] = sentence(refusal.message)
            except Invalid as refusal:
                await work.discard()
                form.refuse(refusal)
        return await _titles_page(request, work, operator, person_id, form, status=422)


async def _titles_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    person_id: UUID,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    card = await person_card(work, operator, person_id)
    if card.id != person_id:  # the record was joined to another one
        return see_other(request, f"/persone/{card.id}/tutele")
    return page(
        request,
        "titles/of_person.html",
        status=status,
        form=form,
        person=card,
        titles=await guardianships_of(work, operator, person_id),
        kinds=[(kind.value, sentence(kind.label)) for kind in GuardianshipKind],
    )
