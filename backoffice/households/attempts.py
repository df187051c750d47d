"""Doing what a form asks, and saying beside the fields why it cannot be done."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from pydantic import BaseModel

from domain.kernel.actor import Operator
from domain.kernel.refusals import Conflict, Invalid, RuleBroken
from domain.platform.work import UnitOfWork
from web.forms import Form
from web.locale import sentence

C = TypeVar("C", bound=BaseModel)
Action = Callable[[UnitOfWork, Any, Any], Awaitable[Any]]


async def attempt(work: UnitOfWork, operator: Operator, form: Form[C], action: Action, field: str) -> bool:
    """Whether ``action`` did what the form asks. When it refuses, the form says why: in general beside ``field``."""
    if form.command is None:
        return False
    try:
        await action(work, operator, form.command)
    except Invalid as refusal:
        await work.discard()
        form.refuse(refusal)
    except (RuleBroken, Conflict) as refusal:
        await work.discard()
        form.errors[field] = sentence(refusal.message)
    return not form.errors
