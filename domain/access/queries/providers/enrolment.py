"""How far our enrolment in a federation has come, as its trust anchor told us last."""

from dataclasses import dataclass

from sqlmodel import col, select

from domain.access.gateways.configured_parties import client_id, filed_trust_marks
from domain.access.gateways.federation.trust_marks import is_living
from domain.access.gateways.jose_tokens import unverified_claims
from domain.access.model.own_statement import OwnStatement
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class Enrolment:
    """Whether the anchor describes us, how many living trust marks we have, and whether our own chain holds."""

    is_described: bool
    trust_marks: int
    has_chain: bool


async def enrolment(work: UnitOfWork, anchor: str) -> Enrolment:
    """What stands in our records; nobody is asked. For the System."""
    wanted = select(OwnStatement).where(col(OwnStatement.anchor) == anchor, col(OwnStatement.expires_at) > work.now)
    row = (await work.session.exec(wanted)).first()
    said = unverified_claims(row.statement).get("trust_marks", []) if row else []
    marks = [*filed_trust_marks(), *said]
    living = [mark for mark in marks if is_living(mark.get("trust_mark"), subject=client_id(), now=work.now)]
    return Enrolment(row is not None, len(living), bool(row and row.chain))
