"""Delegations in words: for what they are, by the names of services and applications that one may know."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.access.queries.delegations import DelegationRow
from domain.access.terms import DelegationScope
from domain.catalogue.queries.published_services import published_services
from domain.intake.queries.own_applications import own_applications
from domain.kernel.actor import Citizen
from domain.platform.work import UnitOfWork
from web.locale import language_code, sentence


@dataclass(frozen=True)
class ShownDelegation:
    """A delegation, and its scope in the page's language."""

    row: DelegationRow
    scope: str

    @property
    def other(self) -> str:
        """The name of the other side."""
        return self.row.delegate_name if self.row.is_given else self.row.delegator_name


async def shown_delegations(work: UnitOfWork, citizen: Citizen, rows: Sequence[DelegationRow]) -> list[ShownDelegation]:
    """The rows with their scopes; services and applications are asked for only where a scope names one."""
    services: dict[object, str] = {}
    applications: dict[object, str] = {}
    if any(row.service_id for row in rows):
        for service in await published_services(work, citizen):
            services[service.service_id] = service.card.title.in_(language_code())
    if any(row.application_id for row in rows):
        for one in await own_applications(work, citizen):
            applications[one.id] = one.title.in_(language_code())
    names = services | applications
    return [ShownDelegation(row, _scope(row, names)) for row in rows]


def _scope(row: DelegationRow, names: dict[object, str]) -> str:
    named = names.get(row.service_id or row.application_id)
    if row.scope is DelegationScope.ALL or not named:
        return sentence(row.scope.label)
    return f"{sentence(row.scope.label)}: {named}"
