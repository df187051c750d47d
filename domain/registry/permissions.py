"""Who may know of whom: one rule, as a filter for SQL; and who may change what."""

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import Select
from sqlmodel import col, select

from domain.kernel.actor import Actor, Citizen, Operator, System
from domain.kernel.clock import day_of, utcnow
from domain.kernel.roles import CASE_ROLES, DESK_ROLES, MERGE_ROLES, Role
from domain.platform.tables import holds_on
from domain.registry.model.external_body import ExternalBody
from domain.registry.model.person import Person, ProtectedAccess, ProtectedOpening
from domain.registry.model.sharing import Sharing
from domain.registry.rules.facts.kinds import KINDS
from domain.registry.rules.facts.value import Reach
from domain.registry.terms import FactKind
from domain.registry.terms.bodies import BODY_KEEPERS, BODY_READERS

READERS: dict[Reach, tuple[Role, ...]] = {
    Reach.DESK: (*DESK_ROLES, Role.THIRD_SECTOR, Role.AUDITOR),
    Reach.CARE: CASE_ROLES,
    Reach.JUSTICE: CASE_ROLES,
}


def visible_to(actor: Actor) -> sa.ColumnElement[bool]:
    """The SQL condition that ``actor`` may know of a person.

    A citizen knows oneself, the people represented, and who has delegated them. An operator knows the people of the
    enti in reach, those under protection only when named among who may see them, or for some hours in an emergency;
    and those whom another ente of the family shares today. Row-level security says the same again.
    """
    match actor:
        case System():
            return sa.true() if actor.enti is None else col(Person.ente_id).in_(actor.enti)
        case Citizen():
            return col(Person.id).in_((*actor.people, *actor.delegators))
        case Operator():
            named = select(ProtectedAccess.id).where(
                col(ProtectedAccess.person_id) == col(Person.id), col(ProtectedAccess.operator_id) == actor.operator_id
            )
            opened = select(ProtectedOpening.id).where(
                col(ProtectedOpening.person_id) == col(Person.id),
                col(ProtectedOpening.operator_id) == actor.operator_id,
                col(ProtectedOpening.expires_at) > utcnow(),
            )
            may_see = sa.or_(sa.not_(col(Person.is_protected)), sa.exists(named), sa.exists(opened))
            shared = sa.and_(sa.not_(col(Person.is_protected)), col(Person.id).in_(shared_with(actor)))
            return sa.or_(sa.and_(col(Person.ente_id).in_(actor.enti), may_see), shared)
        case _:
            return sa.false()


def shared_with(operator: Operator) -> Select[UUID]:
    """The people whom other enti share today with the enti in which ``operator`` works."""
    return sa.select(col(Sharing.person_id)).where(
        col(Sharing.to_ente_id).in_(operator.enti),
        col(Sharing.ended_at).is_(None),
        holds_on(Sharing.held_during, day_of(utcnow())),
    )


def may_share(actor: Actor) -> bool:
    """Whether ``actor`` shows a record to another ente: who follows cases, with the reason."""
    return isinstance(actor, Operator) and actor.has(*CASE_ROLES)


def kinds_read_by(actor: Actor, known: Person) -> list[FactKind]:
    """The kinds of facts of ``known`` that ``actor`` reads: of a shared record only what every desk may know."""
    kinds = [kind for kind in FactKind if may_read(actor, kind)]
    if isinstance(actor, Operator) and known.ente_id not in actor.enti:
        return [kind for kind in kinds if KINDS[kind].reach is Reach.DESK]
    return kinds


def may_keep_records(actor: Actor) -> bool:
    """Whether ``actor`` keeps the registry: operators and the program do, citizens only tell how to reach them."""
    return isinstance(actor, Operator | System)


def may_find_people(actor: Actor) -> bool:
    """Whether ``actor`` looks people up: who works with people does, and the program; citizens never do."""
    return isinstance(actor, System) or (isinstance(actor, Operator) and actor.has(*DESK_ROLES, Role.THIRD_SECTOR))


def may_see_codes(actor: Actor) -> bool:
    """Whether ``actor`` sees codici fiscali whole among what a search has found."""
    return isinstance(actor, System) or (isinstance(actor, Operator) and actor.has(*DESK_ROLES))


def may_check_titles(actor: Actor) -> bool:
    """Whether ``actor`` says which titles to act for others hold: the desk and the program do."""
    return isinstance(actor, System) or (isinstance(actor, Operator) and actor.has(*DESK_ROLES))


def may_read(actor: Actor, kind: FactKind) -> bool:
    """Whether ``actor``, who may know of the person, reads facts of this kind: health and justice are for fewer."""
    match actor:
        case Operator():
            return actor.has(*READERS[KINDS[kind].reach])
        case Citizen():
            return KINDS[kind].reach is not Reach.JUSTICE and kind is not FactKind.NOTE
        case System():
            return True
        case _:
            return False


def may_merge(actor: Actor) -> bool:
    """Whether ``actor`` says that two records are of one person, or are not: social workers, heads and the program."""
    return isinstance(actor, System) or (isinstance(actor, Operator) and actor.has(*MERGE_ROLES))


def may_draw_families(actor: Actor) -> bool:
    """Whether ``actor`` sees and writes how people get on: who follows cases does, and the program."""
    return isinstance(actor, System) or (isinstance(actor, Operator) and actor.has(*CASE_ROLES))


def may_keep_bodies(actor: Actor) -> bool:
    """Whether ``actor`` writes external bodies down: the desk and the administrators do."""
    return isinstance(actor, Operator) and actor.has(*BODY_KEEPERS)


def known_bodies(actor: Actor) -> sa.ColumnElement[bool]:
    """The SQL condition that ``actor`` may know of an external body: those of the ambito, for who looks them up."""
    if isinstance(actor, Operator) and actor.has(*BODY_READERS):
        return col(ExternalBody.ente_id).in_(actor.family)
    return sa.false()
