"""The roles an operator can hold in an office, with their Italian names."""

from enum import StrEnum

from domain.kernel.text import Text, _


class Role(StrEnum):
    """What somebody does in an office; several may be held, each with its dates."""

    DESK_OPERATOR = "desk_operator"
    SOCIAL_WORKER = "social_worker"
    EDUCATOR = "educator"
    PSYCHOLOGIST = "psychologist"
    OFFICE_HEAD = "office_head"
    ADMIN_CLERK = "admin_clerk"
    ACCOUNTANT = "accountant"
    THIRD_SECTOR = "third_sector"
    PLANNER = "planner"
    ENTE_ADMIN = "ente_admin"
    AMBITO_ADMIN = "ambito_admin"
    AUDITOR = "auditor"

    @property
    def label(self) -> Text:
        """The role as operators read it."""
        return ROLE_LABELS[self]


ROLE_LABELS: dict[Role, Text] = {
    Role.DESK_OPERATOR: _("Operatore di sportello"),
    Role.SOCIAL_WORKER: _("Assistente sociale"),
    Role.EDUCATOR: _("Educatore"),
    Role.PSYCHOLOGIST: _("Psicologo"),
    Role.OFFICE_HEAD: _("Responsabile dell'ufficio"),
    Role.ADMIN_CLERK: _("Istruttore amministrativo"),
    Role.ACCOUNTANT: _("Contabile"),
    Role.THIRD_SECTOR: _("Operatore del terzo settore"),
    Role.PLANNER: _("Ufficio di piano"),
    Role.ENTE_ADMIN: _("Amministratore dell'ente"),
    Role.AMBITO_ADMIN: _("Amministratore dell'ambito"),
    Role.AUDITOR: _("Responsabile della protezione dei dati"),
}

ADMIN_ROLES = (Role.ENTE_ADMIN, Role.AMBITO_ADMIN)
CASE_ROLES = (Role.SOCIAL_WORKER, Role.EDUCATOR, Role.PSYCHOLOGIST, Role.OFFICE_HEAD)
DESK_ROLES = (Role.DESK_OPERATOR, Role.ADMIN_CLERK, *CASE_ROLES)
REGISTER_ROLES = (Role.ADMIN_CLERK, Role.OFFICE_HEAD, Role.AUDITOR, *ADMIN_ROLES)
"""Who looks through the protocollo of an ente."""
MERGE_ROLES = (Role.SOCIAL_WORKER, Role.OFFICE_HEAD)
"""Who says that two records are of one person, and takes it back."""
