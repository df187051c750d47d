"""Who may see what follows from the actor alone."""

from uuid import uuid4

from domain.kernel.actor import Citizen, Operator
from domain.kernel.roles import Role


def test_a_citizen_sees_oneself_and_those_one_acts_for() -> None:
    me, child = uuid4(), uuid4()
    citizen = Citizen(me, uuid4(), uuid4(), (), acts_for=(child,))
    assert citizen.people == (me, child)


def test_a_role_counts_only_when_it_is_held() -> None:
    operator = Operator(uuid4(), uuid4(), uuid4(), (), roles=frozenset({Role.SOCIAL_WORKER}))
    assert operator.has(Role.ENTE_ADMIN, Role.SOCIAL_WORKER)
    assert not operator.has(Role.ENTE_ADMIN)
