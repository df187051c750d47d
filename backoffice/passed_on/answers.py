"""Several forms stand on the page of a sheet: each names its fields with a word of its own."""

from typing import Any, TypeVar

from litestar import Request
from pydantic import BaseModel, ValidationError

from domain.kernel.text import Text
from web.forms import Form, typed
from web.locale import gettext, sentence

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


def refuse_part(form: Form[Any], part: str, fields: dict[str, Text]) -> Form[Any]:
    """The same form with what an action found, beside the fields of ``part``."""
    form.errors |= {f"{part}.{name}": sentence(text) for name, text in fields.items()}
    return form
