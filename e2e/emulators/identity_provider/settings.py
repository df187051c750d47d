"""What the demo identity provider must be told: its address, who may use it, who lives in it."""

import json
from datetime import date
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, TypeAdapter, model_validator

from domain.access.gateways.openid.parties import Signature


class DemoPerson(BaseModel):
    """An invented person who can sign in; `language` is the code of the language they speak best.

    `person_code` is the eIDAS identifier of who has no codice fiscale.
    """

    model_config = ConfigDict(frozen=True)

    codice_fiscale: str = ""
    person_code: str = ""
    given_name: str
    family_name: str
    born_on: date
    sex: str
    birthplace_code: str | None = None
    email: str | None = None
    story: str = ""
    language: str = "it"

    def age_on(self, day: date) -> int:
        """Return the full years of the person's life on that day."""
        return day.year - self.born_on.year - ((day.month, day.day) < (self.born_on.month, self.born_on.day))


class PartyRegistration(BaseModel):
    """The relying party as registered here. Its public keys come from exactly one of the three `jwks` fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    client_id: str
    client_name: str = "Sportello Sociale"
    redirect_uris: tuple[str, ...]
    jwks: dict[str, Any] | None = None
    jwks_file: Path | None = None
    jwks_uri: str | None = None
    request_signature: Signature = "RS256"
    id_token_signature: Signature = "RS256"
    userinfo_signature: Signature = "RS256"
    userinfo_key_encryption: str = "RSA-OAEP"
    userinfo_content_encryption: str = "A256CBC-HS512"

    @model_validator(mode="after")
    def _has_one_source_of_keys(self) -> Self:
        if sum(source is not None for source in (self.jwks, self.jwks_file, self.jwks_uri)) != 1:
            raise ValueError("exactly one of jwks, jwks_file, jwks_uri")
        return self

    @property
    def origins(self) -> list[str]:
        """The sites to which a sign-in may lead back (for the content security policy)."""
        return sorted({f"{urlsplit(uri).scheme}://{urlsplit(uri).netloc}" for uri in self.redirect_uris})


class Enrolment(BaseModel):
    """A service enrolled with the demo federations: its sites (the portal first), and its federation keys (JWKS).

    Everything else about it is learnt from what it publishes.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    portal: str
    backoffice: str
    federation_keys: Path


class IdentityProviderSettings(BaseModel):
    """Settings of one demo identity provider. `issuer` has no final slash; keys are made in `keys_folder`.

    Who may use it is registered by hand (`party`), or enrolled with the federations.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    issuer: str
    party: PartyRegistration | None = None
    enrolment: Enrolment | None = None
    people_file: Path
    keys_folder: Path

    @model_validator(mode="after")
    def _knows_one_service(self) -> Self:
        if (self.party is None) == (self.enrolment is None):
            raise ValueError("one of party and enrolment")
        return self

    @property
    def origins(self) -> list[str]:
        """The sites to which a sign-in may lead back (for the content security policy)."""
        if self.party is not None:
            return self.party.origins
        return sorted({self.enrolment.portal, self.enrolment.backoffice}) if self.enrolment else []

    def address(self, path: str) -> str:
        """Return the full address of one of our paths, as the protocol names it."""
        return self.issuer.rstrip("/") + path


def read_people(file: Path) -> list[DemoPerson]:
    """Read the demo people from a JSON list; refuses an entry that lacks a required field."""
    return TypeAdapter(list[DemoPerson]).validate_json(file.read_bytes())


def read_party(file: Path) -> PartyRegistration:
    """Read the registration of the relying party; a relative `jwks_file` is beside this file."""
    fields = json.loads(file.read_text(encoding="utf-8"))
    if fields.get("jwks_file"):
        fields["jwks_file"] = file.parent / fields["jwks_file"]
    return PartyRegistration.model_validate(fields)
