"""Who receives people."""

from domain.kernel.roles import DESK_ROLES, Role

RECEIVING = (*DESK_ROLES, Role.THIRD_SECTOR)
