"""Somebody takes part in making a plan, or is told of it."""

from typing import Annotated
from uuid import UUID, uuid4

from pydantic import BaseModel, StringConstraints

from domain.casework.queries.care_plan.plans import draft_of
from domain.casework.rules.care_plan.content import MOST_PIECES, Party, with_piece
from domain.casework.terms.care_plans import ON_THE_PERSONS_SIDE, PartyKind, Presence
from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid, NotFound
from domain.kernel.text import _
from domain.platform.work import UnitOfWork


class KeepParty(BaseModel):
    """Who it is, in which quality; whether that service signs the plan too. ``key`` as for a goal."""

    plan_id: UUID
    key: str = ""
    kind: PartyKind
    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
    presence: Presence
    is_signing: bool = False


async def keep_party(work: UnitOfWork, operator: Operator, command: KeepParty) -> str:
    """Keep it in the draft; gives back its key. The person and the family do not co-sign: they accept.

    Refuses NotFound, also for a key the draft does not have, PlanHasEnded, NotADraft, and Invalid.
    """
    _plan, version = await draft_of(work, operator, command.plan_id)
    content = version.says
    if command.key and command.key not in {one.key for one in content.parties}:
        raise NotFound
    if not command.key and len(content.parties) >= MOST_PIECES:
        raise Invalid({"name": _("Ci sono già troppe persone: togline una.")})
    if command.is_signing and command.kind in ON_THE_PERSONS_SIDE:
        raise Invalid({"is_signing": _("Firma insieme all'ufficio solo un altro servizio.")})
    key = command.key or uuid4().hex[:12]
    party = Party(key=key, **command.model_dump(exclude={"plan_id", "key"}))
    version.write(with_piece(content, "parties", party))
    return key
