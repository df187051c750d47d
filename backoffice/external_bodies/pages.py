"""The form of an organisation, made the same way wherever it is shown again; what the address of the list asks."""

import re
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from litestar import Request, Response
from pydantic import BaseModel

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.registry.queries.bodies.body_kinds import body_kinds
from domain.registry.queries.bodies.body_list import BodyFilter
from domain.registry.queries.bodies.body_sheet import BodySheet, body_sheet
from domain.registry.terms.bodies import MOST_BODY_CONTACTS
from web.forms import Form, bind, show, typed
from web.rendering import page

C = TypeVar("C", bound=BaseModel)
PATH = "/organizzazioni"
LONGEST = 100
PLAIN = (
    "kind",
    "name",
    "codice_fiscale",
    "vat_number",
    "street",
    "city",
    "phone",
    "email",
    "pec",
    "notes",
)
_CONTACT = re.compile(r"contacts\.(\d)\.(name|role|phone)")


def typed_filter(request: Request[Any, Any, Any]) -> tuple[BodyFilter, Mapping[str, str]]:
    """The filter, and the same as texts for addresses."""
    given = request.query_params
    typed_words, kind = given.get("q", "").strip()[:LONGEST], given.get("tipo", "")[:LONGEST]
    also_ended = given.get("chiuse", "") == "1"
    texts = {"q": typed_words, "tipo": kind, "chiuse": "1" if also_ended else ""}
    return BodyFilter(typed_words, kind, also_ended), {key: value for key, value in texts.items() if value}


async def typed_body(request: Request[Any, Any, Any], command: type[C], **fixed: Any) -> Form[C]:
    """The command, with the people typed in the fields ``contacts.<place>.<what>``."""
    people: dict[int, dict[str, str]] = {}
    for field, value in (await typed(request)).values.items():
        if place := _CONTACT.fullmatch(field):
            people.setdefault(int(place[1]), {})[place[2]] = str(value)
    return await bind(request, command, contacts=[people[place] for place in sorted(people)], **fixed)


async def body_form(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    form: Form[Any] | None,
    body_id: UUID | None = None,
    *,
    status: int = 200,
) -> Response[Any]:
    """The fields of an organisation; of a known one with what is known, for who may change it. Refuses NotFound."""
    body = await body_sheet(work, operator, body_id) if body_id else None
    if body is not None and not body.may_change:
        raise NotFound
    kinds = await body_kinds(work, operator.ente_id)
    if body is not None and body.kind not in dict(kinds):
        kinds.append((body.kind, body.kind_label))
    return page(
        request,
        "external_bodies/edit.html",
        status=status,
        form=form or show(_known(body) if body else {}),
        body=body,
        kinds=kinds,
        people=range(MOST_BODY_CONTACTS),
    )


def _known(body: BodySheet) -> dict[str, str]:
    people = {f"contacts.{place}.{key}": value for place, one in enumerate(body.contacts) for key, value in one.items()}
    return {name: getattr(body, name) for name in PLAIN} | people | {"seen_version": str(body.version)}
