"""On whose behalf something happens. ``enti`` always are the enti whose rows are in reach."""

from dataclasses import dataclass, field
from uuid import UUID

from domain.kernel.roles import Role
from domain.kernel.titles import Title


@dataclass(frozen=True)
class Visitor:
    """Anybody, not signed in: reads what the enti of one portal publish."""

    enti: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class Companion:
    """Somebody who follows on a screen of their own the application that an operator fills in with them.

    Not signed in: a short-lived link has opened the second screen ``screen_id``. Sees this application and the names of
    its files, adds photographs and confirmations, nothing else. ``person_id`` gets the help; ``enti`` are those whose
    published services and forms are seen, as by a visitor.
    """

    screen_id: UUID
    application_id: UUID
    person_id: UUID
    ente_id: UUID
    enti: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class Mandate:
    """A delegation in force: acts for ``person_id`` within its scope.

    The scope is one service, or one application, or everything when both are None.
    """

    delegation_id: UUID
    person_id: UUID
    title: Title = Title.DELEGATE
    service_id: UUID | None = None
    application_id: UUID | None = None

    def covers(self, person_id: UUID, service_id: UUID | None, application_id: UUID | None) -> bool:
        """Whether acting for ``person_id`` about this service, or this application, is within the scope."""
        if person_id != self.person_id:
            return False
        if self.service_id is None and self.application_id is None:
            return True
        return (self.service_id is not None and service_id == self.service_id) or (
            self.application_id is not None and application_id == self.application_id
        )


@dataclass(frozen=True)
class Citizen:
    """A signed-in citizen.

    ``acts_for`` holds the people represented in everything now (children, protected people), ``titles`` by which
    title; ``prepares_for`` those declared and not checked yet, for whom only drafts are made; ``mandates`` the
    delegations in force, each with its scope.
    """

    person_id: UUID
    account_id: UUID
    ambito_id: UUID
    enti: tuple[UUID, ...]
    acts_for: tuple[UUID, ...] = ()
    titles: tuple[tuple[UUID, Title], ...] = ()
    prepares_for: tuple[UUID, ...] = ()
    mandates: tuple[Mandate, ...] = ()

    @property
    def people(self) -> tuple[UUID, ...]:
        """Everybody whose things this citizen may see in full: oneself first."""
        return (self.person_id, *self.acts_for)

    @property
    def delegators(self) -> tuple[UUID, ...]:
        """The people who have delegated this citizen, for something."""
        return tuple(dict.fromkeys(mandate.person_id for mandate in self.mandates))

    def mandate_for(
        self, person_id: UUID, *, service_id: UUID | None = None, application_id: UUID | None = None
    ) -> Mandate | None:
        """The delegation by which this citizen acts for ``person_id`` in this matter; None when there is none."""
        found = (one for one in self.mandates if one.covers(person_id, service_id, application_id))
        return next(found, None)

    def title_for(
        self, person_id: UUID, *, service_id: UUID | None = None, application_id: UUID | None = None
    ) -> Title | None:
        """By which title this citizen acts for ``person_id`` in this matter; None when there is none.

        What the law or a judge gives comes before a delegation.
        """
        if person_id == self.person_id:
            return Title.SELF
        if person_id in self.acts_for:
            return dict(self.titles).get(person_id, Title.REPRESENTATIVE)
        mandate = self.mandate_for(person_id, service_id=service_id, application_id=application_id)
        return mandate.title if mandate else None


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


Actor = Visitor | Citizen | Operator | System | Companion
