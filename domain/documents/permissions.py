"""Which documents a citizen reaches. Within a delegation, row-level security knows the applications in scope."""

import sqlalchemy as sa
from sqlmodel import col

from domain.documents.model.document import Document, Upload
from domain.kernel.actor import Citizen, Operator
from domain.kernel.roles import ADMIN_ROLES, REGISTER_ROLES, Role


def about_people_of(actor: Citizen | Operator) -> sa.ColumnElement[bool]:
    """The SQL condition that a document is about the citizen, somebody represented, or a delegator.

    For an operator: that it is of an ente in reach.

    Of a delegator's documents PostgreSQL shows only those of the applications in scope: which these are is known to
    intake, above the documents. Whoever gives out a file asks intake as well.
    """
    if isinstance(actor, Operator):
        return col(Document.ente_id).in_(actor.enti)
    return col(Document.person_id).in_((*actor.people, *actor.delegators))


def uploads_of(citizen: Citizen) -> sa.ColumnElement[bool]:
    """The same for files on their way."""
    return col(Upload.person_id).in_((*citizen.people, *citizen.delegators))


def may_read_register(operator: Operator) -> bool:
    """Whether the operator may look through the protocollo of the enti where they work."""
    return operator.has(*REGISTER_ROLES)


def may_annul(operator: Operator) -> bool:
    """Whether the operator may annul a line of it."""
    return operator.has(Role.OFFICE_HEAD, *ADMIN_ROLES)


def may_keep_kinds(operator: Operator) -> bool:
    """Whether the operator says, for the ente, which kinds of document expire."""
    return operator.has(*ADMIN_ROLES)
