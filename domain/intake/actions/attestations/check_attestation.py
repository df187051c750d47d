"""Check an attestation by its code: anybody may, nobody may guess."""

from pydantic import BaseModel

from domain.access.actions.count_try import count_try
from domain.intake.queries.attestations.checked_attestation import CheckedAttestation, checked_attestation
from domain.kernel.actor import Actor, System
from domain.platform.work import UnitOfWork, unit_of_work


class CheckAttestation(BaseModel):
    """The code as typed or scanned, and from where it was asked."""

    code: str
    address: str


async def check_attestation(work: UnitOfWork, actor: Actor, command: CheckAttestation) -> CheckedAttestation | None:
    """What it stands for; None for a code that nobody handed out.

    Wrong codes are counted for each address. Refuses TooManyTries after some of them: also a right one waits then.
    """
    tried = await count_try(f"attestation from {command.address}", "", bind=work.bind)
    found = await checked_attestation(work, actor, command.code[:60])
    if found is not None:
        async with unit_of_work(System("attestation found"), bind=work.bind) as other:
            await tried.take_back(other)
    return found
