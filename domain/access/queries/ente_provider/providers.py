"""The identity providers of the enti, and which of their groups give which roles."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from domain.access.gateways.configured_parties import loopback_development
from domain.access.gateways.ente_provider import EnteParty
from domain.access.model.ente_provider import EnteProvider, GroupRole
from domain.access.rules.secrets import unseal
from domain.kernel.roles import Role
from domain.organization.queries.office_names import office_names
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork

SEALED_FOR = "ente provider"


@dataclass(frozen=True)
class EnteChoice:
    """A provider as operators choose it."""

    id: UUID
    name: str
    issuer: str


@dataclass(frozen=True)
class ProviderCard:
    """A provider as its administrators see it: all but the secret."""

    id: UUID
    name: str
    issuer: str
    client_id: str
    codice_fiscale_claim: str
    groups_claim: str
    is_enabled: bool
    return_address: str


@dataclass(frozen=True)
class GroupRoleRow:
    """A group and what it gives."""

    id: UUID
    group_value: str
    role: Role
    office_id: UUID
    office_name: str


def return_address(provider_id: UUID) -> str:
    """Where people come back to from this provider, and from no other."""
    return f"{settings().backoffice_url.rstrip('/')}/accedi/ente/{provider_id}/ritorno"


async def ente_choices(work: UnitOfWork, enti: Iterable[UUID]) -> Sequence[EnteChoice]:
    """The providers that are on in ``enti``, by name. For the System."""
    wanted = select(EnteProvider).where(col(EnteProvider.ente_id).in_(tuple(enti)), col(EnteProvider.is_enabled))
    found = (await work.session.exec(wanted.order_by(col(EnteProvider.name), col(EnteProvider.id)))).all()
    return [EnteChoice(one.id, one.name, one.issuer) for one in found]


async def provider_card(work: UnitOfWork, ente_id: UUID) -> ProviderCard | None:
    """The provider of the ente; None where it has none."""
    one = (await work.session.exec(select(EnteProvider).where(col(EnteProvider.ente_id) == ente_id))).one_or_none()
    if one is None:
        return None
    facts = one.model_dump(exclude={"ente_id", "client_secret_sealed", "created_at"})
    return ProviderCard(**facts, return_address=return_address(one.id))


async def open_provider(work: UnitOfWork, provider_id: UUID) -> tuple[UUID, EnteParty] | None:
    """The ente of the provider and ourselves there; None when it is unknown or off. For the System."""
    wanted = select(EnteProvider).where(col(EnteProvider.id) == provider_id, col(EnteProvider.is_enabled))
    one = (await work.session.exec(wanted)).one_or_none()
    if one is None:
        return None
    party = EnteParty(
        issuer=one.issuer,
        client_id=one.client_id,
        client_secret=unseal(settings().secret, one.client_secret_sealed, SEALED_FOR),
        redirect_uri=return_address(one.id),
        codice_fiscale_claim=one.codice_fiscale_claim,
        groups_claim=one.groups_claim,
        loopback_development=loopback_development(),
    )
    return one.ente_id, party


async def group_roles(work: UnitOfWork, provider_id: UUID) -> Sequence[GroupRoleRow]:
    """Every group that gives a role, by name."""
    wanted = select(GroupRole).where(col(GroupRole.provider_id) == provider_id)
    found = (await work.session.exec(wanted.order_by(col(GroupRole.group_value), col(GroupRole.role)))).all()
    offices = await office_names(work, {one.office_id for one in found})
    return [
        GroupRoleRow(
            one.id,
            one.group_value,
            one.role,
            one.office_id,
            offices[one.office_id].name if one.office_id in offices else "",
        )
        for one in found
    ]
