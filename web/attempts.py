"""Doing what a form asks, and saying beside the fields why it cannot be done."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from pydantic import BaseModel

from domain.kernel.refusals import Conflict, Invalid, RuleBroken
from domain.platform.work import UnitOfWork
from web.forms import Form
from web.locale import sentence

C = TypeVar("C", bound=BaseModel)
Action = Callable[[UnitOfWork, Any, Any], Awaitable[Any]]


async def attempt(work: UnitOfWork, actor: Any, form: Form[C], action: Action, field: str | None = None) -> bool:
    """Whether ``action`` did what the form asks; what it gave back is then ``form.answer``.

    When it refuses, everything is undone and the form says why: an answer that is not right beside itself, a rule or a
    conflict beside ``field``. Without a ``field`` rules and conflicts have pages of their own.
    """
    if form.command is None:
        return False
    try:
        form.answer = await action(work, actor, form.command)
    except Invalid as refusal:
        await work.discard()
        form.refuse(refusal)
    except (RuleBroken, Conflict) as refusal:
        if field is None:
            raise
        await work.discard()
        form.errors[field] = sentence(refusal.message)
    return not form.errors
