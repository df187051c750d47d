"""Whether an attestation holds: for whoever was shown it."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from domain.intake.model.attestation import Attestation
from domain.intake.rules.attestations.codes import code_typed
from domain.intake.terms.attestations import AttestationKind
from domain.kernel.actor import Actor
from domain.organization.queries.enti import ente
from domain.platform.work import UnitOfWork, as_the_program
from domain.registry.queries.names import names


@dataclass(frozen=True)
class CheckedAttestation:
    """The least that shows that a paper is the one that was handed out.

    ``initials`` are those of the person, so that nobody puts another name on it; empty for a protected identity.
    """

    kind: AttestationKind
    ente_name: str
    issued_at: datetime
    initials: str
    year: int | None
    revoked_at: datetime | None

    @property
    def is_valid(self) -> bool:
        """Whether it holds."""
        return self.revoked_at is None


async def checked_attestation(work: UnitOfWork, actor: Actor, typed: str) -> CheckedAttestation | None:
    """What the code on a paper stands for; None for a code that nobody handed out. ``actor`` is anybody."""
    code = code_typed(typed)
    if code is None:
        return None
    async with as_the_program(work, "check attestation"):
        wanted = select(Attestation).where(col(Attestation.code) == code, col(Attestation.document_id).is_not(None))
        one = (await work.session.exec(wanted)).one_or_none()
        if one is None:
            return None
        person = (await names(work, [one.person_id])).get(one.person_id)
        return CheckedAttestation(
            kind=one.kind,
            ente_name=(await ente(work, one.ente_id)).name,
            issued_at=one.issued_at,
            initials=_initials(person.full_name) if person and not person.is_protected else "",
            year=one.year,
            revoked_at=one.revoked_at,
        )


def _initials(name: str) -> str:
    return " ".join(f"{word[0].upper()}." for word in name.split())
