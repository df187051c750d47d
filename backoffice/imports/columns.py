"""Which column answers what, and what the words of a file mean."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.imports.controller import PATH
from domain.kernel.refusals import Invalid
from domain.kernel.roles import ADMIN_ROLES
from domain.legacy.actions.map_columns import MapColumns, map_columns
from domain.legacy.actions.start_trial import StartTrial, start_trial
from domain.legacy.queries.column_choices import columns_of, field_choices, unknown_words
from domain.legacy.queries.imports import ImportSheet, import_sheet
from domain.legacy.queries.mappings import mappings
from domain.legacy.terms import ArchiveKind, DayOrder
from domain.registry.terms import HouseholdKind
from web.access import operator
from web.forms import Form, show, typed
from web.locale import sentence
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

COLUMN, WORD = "column", "word"


class ImportColumnController(Controller):
    """Guessed from the headings, or as it was saved for the same ones."""

    path = f"{PATH}/{{import_id:uuid}}/colonne"

    @get("/", name="import.columns", **operator(*ADMIN_ROLES))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, import_id: FromPath[UUID]
    ) -> Response[Any]:
        """Each column with some of what stands in it."""
        sheet = await import_sheet(work, operator, import_id)
        answers = {heading: field for field, heading in sheet.columns.items()}
        known = {f"{COLUMN} {place}": answers.get(heading, "") for place, heading in enumerate(sheet.headings)}
        return await _columns_page(request, work, operator, sheet, show(known | dict(sheet.choices)))

    @post("/", name="import.columns.update", **operator(*ADMIN_ROLES))
    async def update(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, import_id: FromPath[UUID]
    ) -> Response[Any]:
        """Keep the mapping, and go on to the words that nobody has explained."""
        form: Form[Any] = await typed(request)
        sheet = await import_sheet(work, operator, import_id)
        try:
            await map_columns(work, operator, _mapping(sheet, form))
            return see_other(request, f"{PATH}/{import_id}/voci")
        except Invalid as refusal:
            await work.discard()
            form.refuse(refusal)
        return await _columns_page(request, work, operator, sheet, form, status=422)


class ImportWordController(Controller):
    """The words of coded columns; then the trial begins."""

    path = f"{PATH}/{{import_id:uuid}}/voci"

    @get("/", name="import.words", **operator(*ADMIN_ROLES))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, import_id: FromPath[UUID]
    ) -> Response[Any]:
        """Those that the program does not know."""
        sheet = await import_sheet(work, operator, import_id)
        unknown = await unknown_words(work, operator, import_id)
        return page(request, "imports/words.html", sheet=sheet, unknown=unknown, form=show(), word=WORD)

    @post("/", name="import.trial", **operator(*ADMIN_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, import_id: FromPath[UUID]
    ) -> Response[Any]:
        """Try the rows with these meanings."""
        form: Form[Any] = await typed(request)
        meanings: dict[str, dict[str, str]] = {}
        for name, code in form.values.items():
            kind, _, told = name.partition(":")
            if kind == WORD:
                field, _, word = told.partition(":")
                meanings.setdefault(field, {})[word] = str(code)
        await start_trial(work, operator, StartTrial(import_id=import_id, meanings=meanings))
        return see_other(request, f"{PATH}/{import_id}")


def _mapping(sheet: ImportSheet, form: Form[Any]) -> MapColumns:
    """A field chosen for two columns keeps both, so that it is refused beside it."""
    chosen = [(str(form.value(f"{COLUMN} {place}")), heading) for place, heading in enumerate(sheet.headings)]
    columns = dict[str, str]()
    twice = dict[str, str]()
    for field, heading in chosen:
        if field:
            (twice if field in columns else columns).setdefault(field, heading)
    given = {name: form.value(name) for name in ("order", "household_kind", "mapping_name") if form.value(name)}
    return MapColumns.model_validate({"import_id": sheet.id, "columns": columns, "twice": list(twice), **given})


async def _columns_page(
    request: Request[Any, Any, Any],
    work: Work,
    operator: CurrentOperator,
    sheet: ImportSheet,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    fields = [(one.name, sentence(one.label)) for one in field_choices(sheet.kind)]
    form.questions |= dict(fields)  # an error may name a field that no column was chosen for
    places = {heading: place for place, heading in enumerate(sheet.headings)}
    return page(
        request,
        "imports/columns.html",
        status=status,
        sheet=sheet,
        form=form,
        columns=[(f"{COLUMN} {places[one.heading]}", one) for one in await columns_of(work, operator, sheet.id)],
        fields=fields,
        orders=[(one.value, sentence(one.label)) for one in DayOrder],
        households=[(one.value, sentence(one.label)) for one in HouseholdKind],
        is_members=sheet.kind is ArchiveKind.MEMBERS,
        mappings=await mappings(work, operator, sheet.id),
    )
