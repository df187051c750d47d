"""The ente's own identity provider (OpenID Connect), and which of its groups mean which roles here."""

from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.access.refusals import GroupTaken
from domain.kernel.roles import Role
from domain.platform.database import means
from domain.platform.tables import Table, word


class EnteProvider(Table, table=True):
    """A provider (Entra ID, Keycloak…) by which operators of one ente may sign in, once an administrator trusts it.

    ``issuer`` is compared letter by letter. ``client_secret_sealed`` is sealed with the secret key. The two claims say
    where the codice fiscale (empty: never told) and the groups are found.
    """

    __tablename__ = "ente_provider"
    __table_args__ = (sa.UniqueConstraint("ente_id"), {"schema": "access"})

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    name: str
    issuer: str
    client_id: str
    client_secret_sealed: str
    codice_fiscale_claim: str = ""
    groups_claim: str = "groups"
    is_enabled: bool = False


class GroupRole(Table, table=True):
    """Who is in this group of the provider holds this role in this office, from sign-in on, as long as that is so."""

    __tablename__ = "group_role"
    __table_args__ = (sa.UniqueConstraint("provider_id", "group_value", "role", "office_id"), {"schema": "access"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    provider_id: UUID = Field(foreign_key="access.ente_provider.id")
    group_value: str
    role: Role = word(Role)
    office_id: UUID = Field(foreign_key="organization.office.id")


means("uq_group_role_provider_id_group_value_role_office_id", GroupTaken())
