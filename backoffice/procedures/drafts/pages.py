"""What the forms of a draft share: the draft that they change, sentences in several languages, a colleague's change."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from litestar import Request

from domain.kernel.actor import Operator
from domain.kernel.languages import LANGUAGES
from domain.kernel.refusals import NotFound
from domain.kernel.text import _
from domain.platform.work import UnitOfWork
from domain.procedure.queries.versions import VersionSheet, procedure_version
from domain.procedure.terms import VersionStatus
from web.forms import Form, Typed, typed
from web.locale import sentence

VERSION = "/procedimenti/versioni/{version_id:uuid}"
IN_ITALIAN = _("Scrivi questa risposta in italiano.")
ALL_LANGUAGES = [(one.code, one.native_name, one.direction) for one in LANGUAGES]


async def draft_to_change(work: UnitOfWork, operator: Operator, version_id: UUID) -> VersionSheet:
    """The draft. Refuses NotFound, also when it was published meanwhile; and NotYoursToDesign."""
    sheet = await procedure_version(work, operator, version_id)
    if sheet.status is not VersionStatus.DRAFT:
        raise NotFound
    return sheet


def shown_sentence(name: str, words: Any) -> dict[str, str]:
    """A sentence of the procedure as values of the fields ``<name>.<language>``."""
    return {f"{name}.{code}": text for code, text in words.root.items()} if words else {}


async def typed_sentences(request: Request[Any, Any, Any], *names: str) -> dict[str, dict[str, str] | None]:
    """What was typed in the fields ``<name>.<language>``, by name; None where nothing was."""
    form = await typed(request)
    return {name: _written(form, name) or None for name in names}


def _written(form: Form[Any], name: str) -> dict[str, str]:
    given = {one.code: str(form.value(f"{name}.{one.code}")).strip() for one in LANGUAGES}
    return {code: text for code, text in given.items() if text}


def many(value: Typed) -> list[str]:
    """The boxes that were ticked: none, one or several."""
    return value if isinstance(value, list) else [value] if value else []


def settle(form: Form[Any], sentences: Sequence[str]) -> None:
    """Errors of whole sentences go to their Italian field."""
    for name in sentences:
        if form.errors.pop(name, None):
            form.errors[f"{name}.it"] = sentence(IN_ITALIAN)
