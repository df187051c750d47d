"""Who acts for the person, and for whom the person acts."""

from typing import Any

from domain.access.queries.delegations import own_delegations
from domain.kernel.actor import Citizen
from domain.platform.language import say
from domain.platform.work import UnitOfWork
from domain.privacy.rules.copy_shape import CopiedDelegation, CopiedTitle
from domain.registry.queries.guardianships import own_titles


async def copied_rights(work: UnitOfWork, citizen: Citizen, language: str) -> dict[str, Any]:
    """Delegations and titles, past ones too."""
    return {
        "delegations": tuple(
            CopiedDelegation(
                id=one.id,
                is_given=one.is_given,
                delegator=one.delegator_name,
                delegate=one.delegate_name,
                scope=one.scope,
                starts_on=one.starts_on,
                ends_on=one.ends_on,
                status=one.status,
                status_label=say(one.status.label, language),
            )
            for one in await own_delegations(work, citizen)
        ),
        "titles": tuple(
            CopiedTitle(
                id=one.id,
                kind=one.kind,
                label=say(one.kind.label, language),
                status=one.status,
                starts_on=one.starts_on,
                ends_on=one.ends_on,
            )
            for one in await own_titles(work, citizen)
        ),
    }
