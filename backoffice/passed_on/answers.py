"""Several forms stand on the page of a sheet: each names its fields with a word of its own."""

from typing import Any, TypeVar
from uuid import UUID

from litestar import Request
from pydantic import BaseModel, ValidationError

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from web.forms import Action, Form, attempt, typed
from web.locale import gettext

M = TypeVar("M", bound=BaseModel)


async def bind_part(request: Request[Any, Any, Any], model: type[M], part: str, **fixed: Any) -> Form[M]:
    """The command of the form ``part``, whose fields are called ``<part>.<field>``; or the errors beside them."""
    form: Form[M] = await typed(request)
    start = f"{part}."
    given = {name.removeprefix(start): value for name, value in form.values.items() if name.startswith(start) and value}
    try:
        form.command = model.model_validate(given | fixed)
    except ValidationError as refused:
        form.errors = {f"{part}.{error['loc'][0]}": gettext("Questa risposta serve.") for error in refused.errors()}
    return form


async def attempt_part(
    work: UnitOfWork, operator: Operator, form: Form[Any], part: str, action: Action, field: str | None = None
) -> bool:
    """As ``web.forms.attempt``, with what is wrong beside the fields of ``part``."""
    if form.command is None:
        return False
    is_done = await attempt(work, operator, form, action, field)
    form.errors = {f"{part}.{name}": text for name, text in form.errors.items()}
    return is_done


def sheet_of(form: Form[Any]) -> UUID:
    """The sheet on whose page the form stands. Refuses NotFound."""
    try:
        return UUID(str(form.value("sheet_id")))
    except ValueError as wrong:
        raise NotFound from wrong
