"""The settings of the civil registry (ANPR)."""

from pathlib import Path
from urllib.parse import urlsplit

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings


class CivilRegistrySettings(BaseSettings):
    """Where the civil registry answers. Off until the ente has an agreement; addresses of others are no constants."""

    civil_registry_person_url: str = Field(
        "", description="Address of the registry's service C001 (person and residence), without the operation's name."
    )
    civil_registry_household_url: str = Field(
        "", description="Address of the registry's service C021 (household), without the operation's name."
    )
    civil_registry_token: SecretStr = Field(
        SecretStr(""), description="Bearer token of the gateway through which the ente reaches the civil registry."
    )
    civil_registry_certificates: Path | None = Field(
        None, description="PEM certificates of a private authority that the registry's server is signed by."
    )

    def civil_registry_problems(self) -> list[str]:
        """Why these settings must not be used with real people; empty when they may."""
        addresses = (self.civil_registry_person_url, self.civil_registry_household_url)
        if not any(addresses):
            return []
        problems = []
        if not all(addresses):
            problems.append("civil_registry_person_url: both services of the civil registry are needed, or none")
        if any(urlsplit(address).scheme != "https" for address in addresses if address):
            problems.append("civil_registry_person_url: the civil registry must be reached by https")
        if not self.civil_registry_token.get_secret_value():
            problems.append("civil_registry_token: the civil registry answers nobody without one")
        return problems
