"""Who may decide how people are written to, and who may say how somebody is reached."""

from uuid import UUID

from domain.kernel.actor import Actor, Citizen, Operator
from domain.kernel.roles import ADMIN_ROLES, DESK_ROLES, Role


def may_write_words(operator: Operator) -> bool:
    """Whether the operator chooses the words and hours of the ente's messages."""
    return operator.has(*ADMIN_ROLES)


def may_set_contact(actor: Actor, person_id: UUID) -> bool:
    """Whether ``actor``, who may know of the person, says how the person is reached.

    The person does, and the desk. Who only acts for the person never does: the profile may be there because of them.
    """
    match actor:
        case Citizen():
            return actor.person_id == person_id
        case Operator():
            return actor.has(*DESK_ROLES)
        case _:
            return False


def may_answer(operator: Operator) -> bool:
    """Whether the operator reads and answers what people write to the office."""
    return operator.has(*DESK_ROLES)


def may_write_ready_answers(operator: Operator) -> bool:
    """Whether the operator writes the answers that colleagues find ready."""
    return operator.has(Role.OFFICE_HEAD, *ADMIN_ROLES)
