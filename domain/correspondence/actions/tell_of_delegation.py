"""Write to both sides of a delegation what has become of it."""

from uuid import UUID

from pydantic import BaseModel

from domain.access.queries.delegation_parties import delegation_parties
from domain.correspondence.actions.send_letter import SendLetter, send_letter
from domain.correspondence.rules.right_to_act import TO_DELEGATE, TO_DELEGATOR
from domain.correspondence.terms.occasions import Occasion
from domain.kernel.actor import System
from domain.kernel.text import Text
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import names


class TellOfDelegation(BaseModel):
    """Which delegation, and what happened: granted, accepted, refused or revoked."""

    delegation_id: UUID
    news: str


async def tell_of_delegation(work: UnitOfWork, system: System, command: TellOfDelegation) -> None:
    """A letter to each side that we know, once for each thing that happens. A body gets none: it sees its list.

    Each reads the name that the other side has in the delegation, nothing of their file. Refuses NotFound.
    """
    sides = await delegation_parties(work, system, command.delegation_id)
    told: list[tuple[UUID, Text, str]] = [(sides.delegator_id, TO_DELEGATOR[command.news], sides.delegate_name)]
    if sides.delegate_id is not None:
        told.append((sides.delegate_id, TO_DELEGATE[command.news], sides.delegator_name))
    people = await names(work, [person_id for person_id, *_more in told])
    for person_id, sentence, other in told:
        await send_letter(
            work,
            SendLetter(
                key=f"delegation-{command.news}:{command.delegation_id}:{person_id}",
                ente_id=sides.ente_id,
                person_id=person_id,
                language=people[person_id].language,
                occasion=Occasion.TITLE_CHANGED,
                tags={"novita": Text(sentence.msgid, {"other": other})},
                path="/area-personale",
            ),
        )
