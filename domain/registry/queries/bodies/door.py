"""The only door to an external body: for operators of the ambito."""

from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotAllowed, NotFound
from domain.platform.work import UnitOfWork
from domain.registry.model.external_body import ExternalBody
from domain.registry.permissions import known_bodies, may_keep_bodies
from domain.registry.refusals import BodyOfOthers


async def body(work: UnitOfWork, operator: Operator, body_id: UUID) -> ExternalBody:
    """The body, to be read. Refuses NotFound."""
    wanted = select(ExternalBody).where(col(ExternalBody.id) == body_id, known_bodies(operator))
    found = (await work.session.exec(wanted)).one_or_none()
    if found is None:
        raise NotFound
    return found


async def body_to_change(work: UnitOfWork, operator: Operator, body_id: UUID) -> ExternalBody:
    """The body, locked. Refuses NotFound, NotAllowed, and BodyOfOthers for one that another ente keeps."""
    found = await body(work, operator, body_id)
    if not may_keep_bodies(operator):
        raise NotAllowed
    if found.ente_id not in operator.enti:
        raise BodyOfOthers
    wanted = select(ExternalBody).where(col(ExternalBody.id) == body_id).with_for_update()
    return (await work.session.exec(wanted.execution_options(populate_existing=True))).one()
