"""A list as a file for a spreadsheet."""

from collections.abc import Sequence
from typing import Any

from litestar import Controller, Response, get
from litestar.params import FromPath

from domain.kernel.roles import ADMIN_ROLES
from domain.kernel.text import Text, _
from domain.organization.queries.code_sheets import CodeCard, whole_code_list
from web.access import operator
from web.downloads import download
from web.locale import sentence
from web.spreadsheet import as_csv
from web.work import CurrentOperator, Work

HEADS: tuple[Text, ...] = (
    _("Codice"),
    _("Voce"),
    _("Classe"),
    _("Conta come"),
    _("Provenienza"),
    _("Si può scegliere oggi"),
    _("Dal giorno"),
    _("Fino al giorno"),
)
MARKS: dict[str, Text] = {
    "is_economic": _("Bisogno economico"),
    "siuss": _("Codice SIUSS"),
    "istat": _("Codice ISTAT"),
    "province": _("Provincia"),
    "iso3": _("Codice ISO"),
    "most": _("Punteggio massimo"),
}
YES, NO = _("sì"), _("no")


class CodeFileController(Controller):
    """The whole list, as the ente has it."""

    path = "/amministrazione/codici/{name:str}/esportazione"

    @get("/", name="code_list.file", **operator(*ADMIN_ROLES))
    async def show(self, work: Work, operator: CurrentOperator, name: FromPath[str]) -> Response[Any]:
        """Every code, off ones too."""
        codes = await whole_code_list(work, operator, name)
        return download(as_file(codes), f"{name}-{work.today.isoformat()}.csv", "text/csv; charset=utf-8")


def as_file(codes: Sequence[CodeCard]) -> bytes:
    """One line a code; what else the list knows of its codes in further columns."""
    marks = [name for name in MARKS if any(name in one.attributes for one in codes)]
    heads = [sentence(head) for head in (*HEADS, *(MARKS[name] for name in marks))]
    return as_csv(heads, ([*_cells(one), *(_mark(one.attributes.get(name, "")) for name in marks)] for one in codes))


def _cells(one: CodeCard) -> list[str]:
    return [
        one.code,
        one.label,
        one.parent or "",
        one.common_code or "",
        sentence(one.origin.label),
        sentence(YES if one.is_active else NO),
        one.starts_on.isoformat() if one.starts_on else "",
        one.ends_on.isoformat() if one.ends_on else "",
    ]


def _mark(value: object) -> str:
    return sentence(YES if value else NO) if isinstance(value, bool) else str(value)
