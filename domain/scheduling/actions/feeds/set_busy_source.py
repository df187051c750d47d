"""An operator says in which calendar elsewhere their busy times are."""

from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import AfterValidator, BaseModel, Field
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.platform import locks
from domain.platform.settings import settings
from domain.platform.tokens import seal
from domain.platform.work import UnitOfWork
from domain.scheduling.gateways.busy_calendar import is_callable
from domain.scheduling.model.calendar import BusySource
from domain.scheduling.model.opening import Closure
from domain.scheduling.queries.feeds.feeds_of import resource_to_feed

SEALED_FOR = "busy calendar"


def _address(typed: str) -> str:
    address = typed.strip()
    if address.startswith("webcal://"):
        address = "https://" + address.removeprefix("webcal://")
    if not is_callable(address):
        raise ValueError("calendar_address")
    return address


class SetBusySource(BaseModel):
    """Of whom, or of which room; ``address`` is https, of a host that everybody can reach (``webcal`` is meant so)."""

    resource_id: UUID
    address: Annotated[str, Field(min_length=1, max_length=2000, repr=False), AfterValidator(_address)]


async def set_busy_source(work: UnitOfWork, operator: Operator, command: SetBusySource) -> UUID:
    """From now on those times are closed here; they are read at once, then every so often.

    The address is kept sealed: who has it reads the whole calendar. Times read from the calendar before are forgotten.
    Refuses NotFound for what is neither the operator's own calendar nor a room of the office.
    """
    resource = await resource_to_feed(work, operator, command.resource_id)
    await locks.hold(work, "busy source", resource.id)
    wanted = select(BusySource).where(col(BusySource.resource_id) == resource.id)
    kept = (await work.session.exec(wanted)).one_or_none()
    sealed = seal(settings().secret, command.address, SEALED_FOR)
    if kept is None:
        kept = BusySource(ente_id=resource.ente_id, resource_id=resource.id, sealed_address=sealed)
    kept.sealed_address, kept.read_at, kept.problem = sealed, None, ""
    work.session.add(kept)
    await work.session.exec(sa.delete(Closure).where(col(Closure.source_id) == kept.id))
    await work.defer("read_busy_calendar", str(kept.id))
    return kept.id
