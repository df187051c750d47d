"""Words of the external bodies: who keeps them, who reads them, which list says what they are."""

from domain.kernel.roles import ADMIN_ROLES, DESK_ROLES, Role

BODY_KEEPERS = (*DESK_ROLES, *ADMIN_ROLES)
"""Who writes an external body down, changes it and closes it."""

BODY_READERS = (*BODY_KEEPERS, Role.THIRD_SECTOR, Role.PLANNER)
"""Who looks one up."""

BODY_KINDS = "tipo_ente_esterno"
"""The coded list of what an external body is."""

MOST_BODY_CONTACTS = 6
"""How many people of a body may be written down."""
