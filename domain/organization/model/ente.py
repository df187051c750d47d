"""An ente: a comune, an ambito, or a body of the third sector."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field

from domain.organization.refusals import EnteChangedMeanwhile, SlugTaken
from domain.organization.terms import MOST_DELEGATION_MONTHS, EnteKind, Palette
from domain.platform.database import means
from domain.platform.tables import Table, column, word


class Ente(Table, table=True):
    """A body with its own offices, services, colours and languages.

    ``is_taking_mandates``: people may ask its operators to act for them (CAF, patronato). ``delegation_months`` is
    how long a delegation lasts at most for the people of this ente.
    """

    __tablename__ = "ente"
    __table_args__ = (sa.UniqueConstraint("slug"), sa.UniqueConstraint("host"), {"schema": "organization"})

    kind: EnteKind = word(EnteKind)
    name: str
    slug: str
    ambito_id: UUID | None = Field(default=None, foreign_key="organization.ente.id", index=True)
    belfiore: str | None = None
    ipa_code: str | None = None
    host: str | None = None
    site_name: str = "Servizi sociali"
    motto: str = ""
    phone: str = ""
    email: str = ""
    pec: str = ""
    address: str = ""
    accessibility_url: str = ""
    palette: Palette = word(Palette, default=Palette.COMUNI)
    languages: list[str] = column(ARRAY(sa.Text), default_factory=lambda: ["it"])
    logo_address: str | None = None
    logo_media_type: str | None = None
    is_taking_mandates: bool = Field(default=False, sa_column_kwargs={"server_default": sa.false()})
    delegation_months: int = Field(
        default=MOST_DELEGATION_MONTHS, sa_column_kwargs={"server_default": sa.text(str(MOST_DELEGATION_MONTHS))}
    )
    version: int = 1

    def change(self, facts: Mapping[str, Any], *, seen_version: int) -> None:
        """Take over ``facts`` by column. Refuses EnteChangedMeanwhile unless ``seen_version`` is the present."""
        if seen_version != self.version:
            raise EnteChangedMeanwhile
        for name, value in facts.items():
            setattr(self, name, value)
        self.version += 1

    def wear(self, address: str | None, media_type: str | None) -> None:
        """Show the logo kept at ``address``; None takes it off."""
        self.logo_address, self.logo_media_type = address, media_type
        self.version += 1


means("uq_ente_slug", SlugTaken())
means("uq_ente_host", SlugTaken())
