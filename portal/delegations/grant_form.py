"""The form that gives a delegation: what it offers to choose, and what it sends."""

from typing import Any

from litestar import Request, Response

from domain.access.actions.grant_delegation import GrantDelegation
from domain.access.terms import DelegationScope
from domain.catalogue.queries.published_services import published_service, published_services
from domain.intake.queries.own_applications import own_applications
from domain.intake.terms import ApplicationStatus
from domain.kernel.actor import Citizen
from domain.kernel.refusals import NotFound
from domain.organization.queries.enti import ente
from domain.organization.queries.mandate_enti import mandate_enti
from domain.platform.work import UnitOfWork
from domain.registry.queries.people import person
from web.forms import Form, bind, dates_and_file, typed
from web.locale import language_code, sentence
from web.rendering import page

PERSON, BODY = "person", "ente"


async def sent_grant(request: Request[Any, Any, Any], work: UnitOfWork, citizen: Citizen) -> Form[GrantDelegation]:
    """What was sent, as a command; a service is sent by its name in the address and found in the person's own ente."""
    form = await typed(request)
    fixed = await dates_and_file(request, "starts_on", "ends_on", file="file")
    given: dict[str, Any] = {"starts_on": work.today, **fixed, "service_id": None}
    if form.value("delegate_kind") == BODY:
        given |= {"delegate_codice_fiscale": None, "delegate_family_name": ""}
        given |= {"delegate_ente_id": str(form.value("delegate_ente_id"))}  # none chosen is a mistake of this field
    else:
        given |= {"delegate_ente_id": None}
    if form.value("scope") == DelegationScope.SERVICE and (slug := str(form.value("service_id"))):
        mine = await person(work, citizen, citizen.person_id)
        try:
            given["service_id"] = (await published_service(work, citizen, slug, ente_id=mine.ente_id)).service_id
        except NotFound:
            given["service_id"] = None
    bound = await bind(request, GrantDelegation, **given)
    if bound.command is None and form.value("delegate_kind") != BODY:  # everything that is to be put right, at once
        who = (str(form.value(name)) for name in ("delegate_codice_fiscale", "delegate_family_name"))
        bound.refuse(GrantDelegation.missing(*who))
    return bound


async def grant_page(
    request: Request[Any, Any, Any], work: UnitOfWork, citizen: Citizen, form: Form[Any], *, status: int = 200
) -> Response[str]:
    """The form, with the bodies, services and applications among which to choose."""
    mine = await person(work, citizen, citizen.person_id)
    sent = [
        (one.id, f"{one.title.in_(language_code())} – {one.protocollo or ''}".strip(" –"))
        for one in await own_applications(work, citizen)
        if one.beneficiary_id == citizen.person_id and one.status is not ApplicationStatus.DRAFT
    ]
    return page(
        request,
        "delegations/new.html",
        status=status,
        form=form,
        bodies=[(one.id, one.name) for one in await mandate_enti(work)],
        scopes=[
            (scope.value, sentence(scope.label))
            for scope in DelegationScope
            if scope is not DelegationScope.APPLICATION or sent
        ],
        services=[(one.slug, one.card.title.in_(language_code())) for one in await published_services(work, citizen)],
        applications=sent,
        months=(await ente(work, mine.ente_id)).delegation_months,
    )
