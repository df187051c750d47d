"""On whose behalf something happens. ``enti`` always are the enti whose rows are in reach."""

from dataclasses import dataclass, field
from uuid import UUID

from domain.kernel.roles import Role


@dataclass(frozen=True)
class Visitor:
    """Anybody, not signed in: reads what the enti of one portal publish."""

    enti: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class Citizen:
    """A signed-in citizen. ``acts_for`` holds the people represented now (children, protected people)."""

    person_id: UUID
    account_id: UUID
    ambito_id: UUID
    enti: tuple[UUID, ...]
    acts_for: tuple[UUID, ...] = ()

    @property
    def people(self) -> tuple[UUID, ...]:
        """Everybody whose things this citizen may see: oneself first."""
        return (self.person_id, *self.acts_for)


@dataclass(frozen=True)
class Operator:
    """A signed-in operator in the office chosen as active.

    An operator of an ambito reaches its comuni; ``family`` are all the enti of the ambito, whose services
    and offices are known to each other; ``roles`` are those held today in the active office.
    """

    operator_id: UUID
    ente_id: UUID
    office_id: UUID
    enti: tuple[UUID, ...]
    family: tuple[UUID, ...] = ()
    roles: frozenset[Role] = field(default_factory=frozenset)

    def has(self, *roles: Role) -> bool:
        """Whether one of ``roles`` is held now."""
        return not self.roles.isdisjoint(roles)


@dataclass(frozen=True)
class System:
    """The program itself, for a stated reason; within some enti, or everywhere when ``enti`` is None."""

    reason: str
    enti: tuple[UUID, ...] | None = None


Actor = Visitor | Citizen | Operator | System
