"""The page of a desk's choices, made the same way wherever it is shown again."""

from typing import Any
from uuid import UUID

from litestar import Request, Response

from domain.kernel.actor import Operator
from domain.organization.queries.offices import office
from domain.platform.work import UnitOfWork
from domain.reception.queries.desk_access import may_direct_desk
from domain.reception.queries.desks.notices import notice_of
from domain.reception.refusals import NotTheDeskHead
from domain.reception.terms.desks import (
    ALWAYS_REQUIRED,
    MASKABLE_ROLES,
    OPTIONAL_SECTIONS,
    DeskKind,
    Requirement,
    Section,
)
from web.forms import Form
from web.locale import gettext, sentence
from web.rendering import page

NEVER_MASKED = (Section.PERSON, Section.ACCESS)


async def desk_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    office_id: UUID,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    """The choices of the office's desk and its notice. Refuses NotFound, NotTheDeskHead."""
    found = await office(work, office_id)
    if not may_direct_desk(operator, found.ente_id, found.id):
        raise NotTheDeskHead
    return page(
        request,
        "desk_settings/edit.html",
        status=status,
        form=form,
        office=found,
        notice=await notice_of(work, office_id),
        done=request.query_params.get("fatto", ""),
        kinds=[(one.value, sentence(one.label)) for one in DeskKind],
        sections=[(one.value, sentence(one.label)) for one in OPTIONAL_SECTIONS],
        required=[(one.value, sentence(one.label)) for one in Requirement if one not in ALWAYS_REQUIRED],
        roles=[(one.value, sentence(one.label)) for one in MASKABLE_ROLES],
        masks=[
            (f"{section.value}.{role.value}", _mask(section, sentence(role.label)))
            for section in Section
            if section not in NEVER_MASKED
            for role in MASKABLE_ROLES
        ],
    )


def _mask(section: Section, role: str) -> str:
    return gettext("%(role)s non legge: %(section)s") % {"role": role, "section": sentence(section.label)}
