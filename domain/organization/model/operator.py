"""The people who work in the offices, and the roles they hold there from a day to another."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ExcludeConstraint, Range
from sqlmodel import Field

from domain.kernel.roles import Role
from domain.organization.refusals import CodiceFiscaleTaken, EmailTaken, RoleAlreadyHeld, RoleEndsTooEarly
from domain.organization.terms import RoleSource
from domain.platform.database import means
from domain.platform.tables import Days, Table, column, days, word


class OperatorProfile(Table, table=True):
    """Somebody who works for an ente."""

    __tablename__ = "operator"
    __table_args__ = (
        sa.UniqueConstraint("email"),
        sa.UniqueConstraint("codice_fiscale"),
        {"schema": "organization"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    given_name: str
    family_name: str
    email: str
    codice_fiscale: str | None = None
    is_enabled: bool = True

    @property
    def full_name(self) -> str:
        """Name and surname, as written on letters."""
        return f"{self.given_name} {self.family_name}"


class RoleAssignment(Table, table=True):
    """A role held in an office in a range of days; the same one cannot be held twice at once."""

    __tablename__ = "role_assignment"
    __table_args__ = (
        ExcludeConstraint(
            (sa.column("operator_id"), "="),
            (sa.column("office_id"), "="),
            (sa.column("role"), "="),
            (sa.column("held_during"), "&&"),
            using="gist",
            name="ex_role_assignment_overlap",
        ),
        {"schema": "organization"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    operator_id: UUID = Field(foreign_key="organization.operator.id", index=True)
    office_id: UUID = Field(foreign_key="organization.office.id", index=True)
    role: Role = word(Role)
    held_during: Range[date] = column(Days)
    source: RoleSource = word(
        RoleSource,
        default=RoleSource.ADMINISTRATOR,
        sa_column_kwargs={"server_default": RoleSource.ADMINISTRATOR.value},
    )

    def end(self, last_day: date) -> None:
        """The role is held up to ``last_day``, included. Refuses RoleEndsTooEarly before the first day."""
        first_day = self.held_during.lower
        if first_day is None or last_day < first_day:
            raise RoleEndsTooEarly
        self.held_during = days(first_day, last_day)


means("uq_operator_email", EmailTaken())
means("uq_operator_codice_fiscale", CodiceFiscaleTaken())
means("ex_role_assignment_overlap", RoleAlreadyHeld())
