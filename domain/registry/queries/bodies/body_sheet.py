"""An external body as an operator opens it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.kernel.actor import Operator
from domain.organization.queries.ambiti import ente_names
from domain.organization.queries.codes import known_code
from domain.platform.work import UnitOfWork
from domain.registry.permissions import may_keep_bodies
from domain.registry.queries.bodies.door import body
from domain.registry.rules.bodies import BodyFacts
from domain.registry.terms.bodies import BODY_KINDS


@dataclass(frozen=True)
class BodySheet:
    """The whole body. ``kind`` is the code, ``kind_label`` the ente's words for it.

    ``may_change`` is false for who only reads, and where another ente keeps it.
    """

    id: UUID
    kind: str
    kind_label: str
    name: str
    ente: str
    codice_fiscale: str
    vat_number: str
    street: str
    city: str
    phone: str
    email: str
    pec: str
    notes: str
    contacts: Sequence[Mapping[str, str]]
    starts_on: date
    ended_on: date | None
    version: int
    is_over: bool
    may_change: bool


async def body_sheet(work: UnitOfWork, operator: Operator, body_id: UUID) -> BodySheet:
    """The body ``body_id``, in three questions. Refuses NotFound."""
    found = await body(work, operator, body_id)
    named = await known_code(work, operator.ente_id, BODY_KINDS, found.kind)
    enti = await ente_names(work, (found.ente_id,))
    plain = {name: getattr(found, name) for name in BodyFacts.model_fields}
    return BodySheet(
        **plain,
        id=found.id,
        kind_label=named.label if named else found.kind,
        ente=enti.get(found.ente_id, ""),
        starts_on=found.starts_on,
        ended_on=found.ended_on,
        version=found.version,
        is_over=not found.works_with_us(work.today),
        may_change=may_keep_bodies(operator) and found.ente_id in operator.enti,
    )
