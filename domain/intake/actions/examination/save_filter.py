"""Keep a filter of the queue under a name."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

from domain.intake.model.saved_filter import SavedFilter
from domain.intake.permissions import may_work_on_applications
from domain.intake.queries.examination.saved_filters import MOST_FILTERS, saved_filters
from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid, NotAllowed
from domain.kernel.text import _
from domain.platform.work import UnitOfWork

Short = Annotated[str, StringConstraints(max_length=100)]


class SaveFilter(BaseModel):
    """Its name, and the filter as it stands in an address."""

    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
    query: dict[Short, Short] = Field(default_factory=dict, max_length=20)


async def save_filter(work: UnitOfWork, operator: Operator, command: SaveFilter) -> UUID:
    """The id of the filter, which nobody else sees.

    Refuses NotAllowed, Invalid under ``name`` for an empty filter or beyond twenty, FilterExists.
    """
    if not may_work_on_applications(operator):
        raise NotAllowed
    if not command.query:
        raise Invalid({"name": _("Prima scegli almeno un filtro.")})
    known = await saved_filters(work, operator)
    if len(known) >= MOST_FILTERS:
        raise Invalid({"name": _("Hai già molti filtri salvati. Togline uno.")})
    if any(one.name == command.name for one in known):
        raise Invalid({"name": _("Hai già un filtro con questo nome. Scegline un altro.")})
    kept = SavedFilter(
        ente_id=operator.ente_id, operator_id=operator.operator_id, name=command.name, query=dict(command.query)
    )
    work.session.add(kept)
    return kept.id
