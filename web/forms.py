"""Binding what was typed to a command, without ever losing it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Generic, TypeVar

from litestar import Request
from litestar.datastructures import UploadFile
from markupsafe import Markup
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from domain.kernel.refusals import Conflict, Invalid, RuleBroken
from domain.kernel.text import Text, _
from domain.platform.work import UnitOfWork
from web.locale import sentence

M = TypeVar("M", bound=BaseModel)
Action = Callable[[UnitOfWork, Any, Any], Awaitable[Any]]
Typed = str | list[str]

_PLAIN: dict[str, Text] = {
    "missing": _("Questa risposta serve."),
    "string_too_short": _("Questa risposta serve."),
    "string_too_long": _("La risposta è troppo lunga. Scrivi al massimo %(max_length)s caratteri."),
    "codice_fiscale_length": _("Il codice fiscale ha 16 caratteri. Controlla di averli scritti tutti."),
    "codice_fiscale_check": _("Il codice fiscale non è giusto. Controlla le lettere e i numeri."),
    "codice_fiscale_form": _("Il codice fiscale non è giusto. Controlla le lettere e i numeri."),
    "vat_number": _("La partita IVA ha 11 numeri. Controlla di averli scritti giusti."),
    "money": _("Scrivi una somma in euro, per esempio 8.400,50."),
    "email": _("Scrivi un indirizzo e-mail, per esempio nome@posta.it."),
    "mobile": _("Scrivi un numero di cellulare, per esempio 333 1234567."),
    "enum": _("Scegli una delle risposte."),
    "literal_error": _("Scegli una delle risposte."),
    "uuid_parsing": _("Scegli una delle risposte."),
    "int_parsing": _("Scrivi un numero."),
    "greater_than_equal": _("Scrivi un numero non più piccolo di %(ge)s."),
    "less_than_equal": _("Scrivi un numero non più grande di %(le)s."),
    "date_from_datetime_parsing": _("Scrivi una data, per esempio 27 marzo 1948."),
    "time_parsing": _("Scrivi un'ora, per esempio 9:30."),
    "hours": _("Scrivi due ore, con almeno mezz'ora in mezzo. La prima viene prima."),
    "calendar_address": _("Scrivi un indirizzo che comincia con https:// e che tutti possono raggiungere."),
    "quiet_too_long": _("Lascia almeno un'ora al giorno in cui i messaggi partono."),
}
_ANY = _("Controlla questa risposta.")


@dataclass
class Form(Generic[M]):
    """What was typed, what is wrong with it, and the command when nothing is; ``answer`` is what came of it."""

    values: dict[str, Typed] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    command: M | None = None
    files: dict[str, list[UploadFile]] = field(default_factory=dict)
    questions: dict[str, str] = field(default_factory=dict)
    answer: Any = None
    PLACE: ClassVar[Markup] = Markup("<!--what is wrong-->")

    def value(self, name: str) -> Typed:
        """What was typed in the field ``name``."""
        return self.values.get(name, "")

    def error(self, name: str, question: str = "") -> str | None:
        """What is wrong with the field ``name``; what it asks is remembered for the summary."""
        if question:
            self.questions[name] = question
        return self.errors.get(name)

    def with_summary(self, html: str) -> str:
        """The page with the list of what is wrong: in the order of the fields, each by what it asks."""
        asked = list(self.questions)
        names = sorted(self.errors, key=lambda name: asked.index(name) if name in asked else len(asked))
        lines = [
            Markup('<li><a href="#{}">{}{}</a></li>').format(
                name.replace(" ", "-"),
                Markup("{} – ").format(self.questions[name]) if name in asked else "",
                self.errors[name],
            )
            for name in names
        ]
        return html.replace(self.PLACE, Markup("\n").join(lines), 1)

    def refuse(self, problems: Mapping[str, Text] | Invalid) -> "Form[M]":
        """The same form with the problems an action found."""
        found = problems.fields if isinstance(problems, Invalid) else problems
        self.errors |= {name: sentence(text) for name, text in found.items()}
        return self


def show(values: Mapping[str, Any] | None = None, problems: Mapping[str, Text] | None = None) -> Form[Any]:
    """A form to be shown with what is already known."""
    shown = {
        name: value if isinstance(value, list) else str(value)
        for name, value in (values or {}).items()
        if value is not None
    }
    return Form(shown).refuse(problems or {})


async def typed(request: Request[Any, Any, Any]) -> Form[Any]:
    """What was typed and sent, not yet understood."""
    form: Form[Any] = Form()
    for name, value in (await request.form()).multi_items():
        if name == "_csrf_token":
            continue
        if isinstance(value, UploadFile):
            if value.filename:
                form.files.setdefault(name, []).append(value)
        else:
            _add(form.values, name, str(value))
    return form


def _add(values: dict[str, Typed], name: str, value: str) -> None:
    before = values.get(name)
    if before is None:
        values[name] = value
    else:
        values[name] = [*before, value] if isinstance(before, list) else [before, value]


async def bind(request: Request[Any, Any, Any], model: type[M], **fixed: Any) -> Form[M]:
    """The command of type ``model`` that was asked, or the errors beside each field."""
    form: Form[M] = await typed(request)
    given = {name: value for name, value in form.values.items() if value != ""}
    try:
        form.command = model.model_validate(given | fixed)
    except ValidationError as refused:
        form.errors = {str(error["loc"][0]) if error["loc"] else "": _message(error) for error in refused.errors()}
    return form


async def attempt(work: UnitOfWork, actor: Any, form: Form[M], action: Action, field: str | None = None) -> bool:
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


def _message(error: ErrorDetails) -> str:
    context = error.get("ctx", {})
    kind = str(context["error"]) if error["type"] == "value_error" and "error" in context else error["type"]
    text = _PLAIN.get(kind, _ANY)
    return sentence(Text(text.msgid, context))


async def dates_and_file(
    request: Request[Any, Any, Any], *dates: str, file: str | None = None
) -> dict[str, str | bytes | None]:
    """What was sent in the fields ``<name>.day``, ``.month``, ``.year`` as ISO days, and the file with its name.

    A date that was not typed is left out; one that cannot be goes on as it is, and is refused with its field.
    """
    form = await typed(request)
    found: dict[str, str | bytes | None] = {}
    for name in dates:
        year, month, day = (str(form.value(f"{name}.{part}")).strip() for part in ("year", "month", "day"))
        if year or month or day:
            found[name] = f"{year}-{month:0>2}-{day:0>2}"
    if file is not None and (sent := form.files.get(file)):
        found |= {"content": await sent[0].read(), "file_name": sent[0].filename[:255]}
    return found
