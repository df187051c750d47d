"""The households and the ISEE of the person."""

from typing import Any

from domain.kernel.actor import Citizen
from domain.platform.language import say
from domain.platform.work import UnitOfWork
from domain.privacy.rules.copy_shape import CopiedHousehold, CopiedIsee
from domain.registry.queries.isee.isee_records_of import isee_records_of
from domain.registry.queries.memberships_of import memberships_of


async def copied_households(work: UnitOfWork, citizen: Citizen, language: str) -> dict[str, Any]:
    """One's own place in each; who else lives there is theirs to know."""
    lived = await memberships_of(work, citizen, citizen.person_id)
    means = await isee_records_of(work, citizen, citizen.person_id)
    return {
        "households": tuple(
            CopiedHousehold(
                source=one.kind,
                kinship=one.kinship,
                kinship_label=say(one.kinship.label, language),
                starts_on=one.starts_on,
                ends_before=one.ends_before,
            )
            for one in lived
        ),
        "isee": tuple(
            CopiedIsee(
                kind=one.kind,
                kind_label=say(one.kind.label, language),
                amount=one.amount,
                dsu_number=one.dsu_number,
                declared_on=one.declared_on,
                starts_on=one.starts_on,
                ends_before=one.ends_before,
                omissions=one.omissions if one.is_irregular else None,
                source=one.source,
                source_label=say(one.source.label, language),
                known_from=one.known_from,
                known_to=one.known_to,
            )
            for one in means
        ),
    }
