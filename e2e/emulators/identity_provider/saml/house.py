"""One SAML entity at work: who it is, whom it serves, what it remembers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import httpx

from e2e.emulators.identity_provider.keys import calling
from e2e.emulators.identity_provider.saml.entity import (
    EIDAS,
    FOREIGNERS,
    METADATA_FILE,
    PROFILES,
    SamlEntity,
    prepare_entity,
)
from e2e.emulators.identity_provider.saml.memory import SamlMemory
from e2e.emulators.identity_provider.saml.metadata import metadata
from e2e.emulators.identity_provider.saml.misbehaviour import SamlMisbehaviour
from e2e.emulators.identity_provider.saml.service import Service, read_service
from e2e.emulators.identity_provider.settings import DemoPerson, IdentityProviderSettings


@dataclass
class House:
    """Everything that the handlers of one entity need."""

    entity: SamlEntity
    portal: str
    clock: Callable[[], datetime]
    http: httpx.AsyncClient | None = None
    misbehaviour: SamlMisbehaviour | None = None
    memory: SamlMemory = field(default_factory=SamlMemory)

    async def service(self) -> Service:
        """The service, as it describes itself now."""
        async with calling(self.http) as http:
            return await read_service(http, self.portal + self.entity.profile.service_metadata)


def prepare_houses(
    settings: IdentityProviderSettings,
    people: Sequence[DemoPerson],
    clock: Callable[[], datetime],
    http: httpx.AsyncClient | None,
    misbehaviour: SamlMisbehaviour | None,
) -> dict[str, House]:
    """The entities by their path; the metadata of each are written beside its key, for the service to read."""
    portal = settings.enrolment.portal if settings.enrolment else ""
    houses = {}
    for profile in PROFILES:
        folder = settings.keys_folder / profile.path.strip("/")
        known = FOREIGNERS if profile is EIDAS else people
        entity = prepare_entity(profile, settings.issuer, folder, known)
        (folder / METADATA_FILE).write_bytes(metadata(entity))
        houses[profile.path] = House(entity, portal, clock, http, misbehaviour)
    return houses
