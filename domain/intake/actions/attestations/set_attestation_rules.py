"""An ente decides what its attestations say, and whether they are registered."""

from pydantic import BaseModel
from sqlmodel import col, select

from domain.intake.model.attestation import AttestationRules
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotAllowed
from domain.kernel.roles import ADMIN_ROLES
from domain.platform.work import UnitOfWork


class SetAttestationRules(BaseModel):
    """``is_charge_told``: that somebody is followed may be attested. ``is_registered``: each gets a number."""

    is_charge_told: bool = False
    is_registered: bool = False


async def set_attestation_rules(work: UnitOfWork, operator: Operator, command: SetAttestationRules) -> None:
    """For the operator's ente, from now on. Refuses NotAllowed to all but administrators."""
    if not operator.has(*ADMIN_ROLES):
        raise NotAllowed
    wanted = select(AttestationRules).where(col(AttestationRules.ente_id) == operator.ente_id).with_for_update()
    kept = (await work.session.exec(wanted)).one_or_none()
    if kept is None:
        changed = {"changed_by_id": operator.operator_id, "changed_at": work.now}
        work.session.add(AttestationRules(ente_id=operator.ente_id, **command.model_dump(), **changed))
        return
    kept.is_charge_told, kept.is_registered = command.is_charge_told, command.is_registered
    kept.changed_by_id, kept.changed_at = operator.operator_id, work.now
