"""Which documents a citizen reaches, and who works in the archive.

Within a delegation, row-level security knows the applications in scope.
"""

import sqlalchemy as sa
from sqlmodel import col, select

from domain.documents.model.document import Document, Upload
from domain.documents.model.filing import Filing
from domain.documents.terms import FilingSource
from domain.kernel.actor import Citizen, Operator
from domain.kernel.roles import ADMIN_ROLES, DESK_ROLES, REGISTER_ROLES, Role


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


def may_work_in_archive(operator: Operator) -> bool:
    """Whether the operator reads and keeps the archives of people."""
    return operator.has(*DESK_ROLES)


def may_set_folder_rules(operator: Operator) -> bool:
    """Whether the operator says in which folder papers go by themselves."""
    return operator.has(Role.OFFICE_HEAD, *ADMIN_ROLES)


def in_archives_of(operator: Operator) -> sa.ColumnElement[bool]:
    """The SQL condition that a filing is of an ente in reach, and not private to another office.

    Who has opened the file of a protected person in an emergency sees also what is private. Row-level security says
    the same again.
    """
    opened = sa.func.registry.has_opening(col(Filing.person_id), type_=sa.Boolean)
    private_to = col(Filing.private_to_id)
    return sa.and_(
        col(Filing.ente_id).in_(operator.enti),
        sa.or_(private_to.is_(None), private_to == operator.office_id, opened),
    )


def not_annulled() -> sa.ColumnElement[bool]:
    """The SQL condition that no office has annulled a document: for the people it is said to be about."""
    annulled = select(Filing.id).where(
        col(Filing.document_id) == col(Document.id), col(Filing.annulled_at).is_not(None)
    )
    return sa.not_(sa.exists(annulled))


def may_restrict(operator: Operator, filing: Filing) -> bool:
    """Whether the operator makes it private, or opens it again: the office that has filed it."""
    return filing.source is FilingSource.OFFICE and filing.is_current and filing.office_id == operator.office_id


def may_annul_filing(operator: Operator, filing: Filing) -> bool:
    """Whether the operator annuls it: the office that has filed it. What belongs to a proceeding stays."""
    return may_restrict(operator, filing)


def may_move(operator: Operator, filing: Filing) -> bool:
    """Whether the operator puts it in another folder: of a private one its office, also in an emergency."""
    return filing.private_to_id in (None, operator.office_id)


def may_replace(operator: Operator, filing: Filing) -> bool:
    """Whether the operator files a newer version: of everything but our own acts; of a private one its office."""
    return filing.source is not FilingSource.ACT and filing.is_current and may_move(operator, filing)


def may_keep_kinds(operator: Operator) -> bool:
    """Whether the operator says, for the ente, which kinds of document expire."""
    return operator.has(*ADMIN_ROLES)
