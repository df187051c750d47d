"""What an operator may do at the desk: for menus and pages."""

from domain.kernel.actor import Operator
from domain.reception import permissions


def may_receive(operator: Operator) -> bool:
    """Whether ``operator`` writes and reads contact sheets."""
    return permissions.may_work_at_desk(operator)


def may_answer(operator: Operator) -> bool:
    """Whether ``operator`` answers proposals to take charge."""
    return permissions.may_answer_proposals(operator)


def may_direct_desks(operator: Operator) -> bool:
    """Whether ``operator`` decides how some desk works."""
    return permissions.may_direct_any(operator)


def may_write_messages(operator: Operator) -> bool:
    """Whether ``operator`` chooses the words of the e-mails between offices."""
    return permissions.may_write_messages(operator)


def may_direct_desk(operator: Operator, ente_id: object, office_id: object) -> bool:
    """Whether ``operator`` decides how the desk of this office works."""
    return permissions.may_direct(operator, ente_id, office_id)
