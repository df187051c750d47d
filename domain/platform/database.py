"""One engine per process, sessions that tell PostgreSQL who is asking, and what its refusals mean."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.orm.exc import StaleDataError

from domain.kernel.actor import Actor, Citizen, Companion, Operator, System, Visitor
from domain.kernel.refusals import Conflict, Refused
from domain.platform.settings import Settings, settings

_engine: AsyncEngine | None = None
_conflicts: dict[str, Refused] = {}

_TELL = sa.text("""
    SELECT set_config('app.kind', :kind, true), set_config('app.actor', :actor, true),
           set_config('app.enti', :enti, true), set_config('app.family', :family, true),
           set_config('app.people', :people, true), set_config('app.delegations', :delegations, true),
           set_config('app.delegators', :delegators, true), set_config('app.office', :office, true)""")


def driver_url(url: str) -> str:
    """The same address for SQLAlchemy with psycopg 3."""
    return "postgresql+psycopg://" + url.split("://", 1)[1]


def new_engine(chosen: Settings) -> AsyncEngine:
    """An engine as the application role, with the time-outs of the settings."""
    options = (
        f"-c statement_timeout={chosen.statement_timeout_ms} -c lock_timeout={chosen.lock_timeout_ms} -c timezone=UTC"
        " -c jit=off"  # ours are many short questions under long policies: compiling one takes longer than asking it
    )
    return create_async_engine(
        driver_url(chosen.database_url),
        pool_size=chosen.database_pool,
        max_overflow=5,
        pool_pre_ping=True,
        pool_timeout=10,
        hide_parameters=True,
        connect_args={"options": options, "application_name": "sportello"},
    )


def engine() -> AsyncEngine:
    """The engine of this process, made at the first call."""
    global _engine  # noqa: PLW0603 - one engine per process is the point
    if _engine is None:
        _engine = new_engine(settings())
    return _engine


async def dispose() -> None:
    """Close the connections of this process."""
    global _engine  # noqa: PLW0603 - see engine()
    if _engine is not None:
        await _engine.dispose()
        _engine = None


def tell(connection: sa.Connection, actor: Actor) -> None:
    """Tell PostgreSQL, for this transaction, who asks: row-level security and audit rest on it."""
    connection.execute(_TELL, who(actor))


def who(actor: Actor) -> dict[str, str]:
    """The settings by which PostgreSQL knows an actor: ``enti`` in reach, ``family`` whose public things are seen.

    ``delegations`` are those in force for a citizen: the policies look their scope up; ``delegators`` granted them.
    ``office`` is where an operator works now: some things are seen by one office alone.
    """
    match actor:
        case Citizen():
            known = _who("citizen", actor.person_id, (), actor.enti, actor.people)
            granted = (mandate.delegation_id for mandate in actor.mandates)
            return known | {"delegations": _listed(granted), "delegators": _listed(actor.delegators)}
        case Operator():
            known = _who("operator", actor.operator_id, actor.enti, actor.family or actor.enti)
            return known | {"office": str(actor.office_id)}
        case System(enti=None):
            return _who("system", actor.reason, (), ()) | {"enti": "*"}
        case System():
            return _who("system", actor.reason, actor.enti or (), actor.enti or ())
        case Companion():
            return _who("companion", actor.screen_id, (), actor.enti)
        case Visitor():
            return _who("visitor", "", (), actor.enti)


def _who(
    kind: str, actor: object, enti: Iterable[UUID], family: Iterable[UUID], people: Iterable[UUID] = ()
) -> dict[str, str]:
    lists = {"enti": enti, "family": family, "people": people, "delegations": (), "delegators": ()}
    return {"kind": kind, "actor": str(actor), "office": ""} | {name: _listed(ids) for name, ids in lists.items()}


def _listed(ids: Iterable[UUID]) -> str:
    return ",".join(map(str, ids))


def means(constraint: str, refusal: Refused) -> None:
    """Declare, beside a table, what it means for people when ``constraint`` stops a write."""
    _conflicts[constraint] = refusal


def refusal_of(error: BaseException) -> Refused | None:
    """The refusal that a database error stands for; None when it is a defect of ours."""
    if isinstance(error, StaleDataError):
        return Conflict()
    if not isinstance(error, DBAPIError):
        return None
    name: Any = getattr(getattr(error.orig, "diag", None), "constraint_name", None)
    return _conflicts.get(name or "")
