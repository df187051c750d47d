"""From the page of a sheet, as it was sent, to what it says."""

import re
from typing import Any
from uuid import UUID

from pydantic import ValidationError

from domain.reception.actions.sheets.complete_sheet import CompleteSheet
from domain.reception.actions.sheets.keep_draft import KeepDraft
from domain.reception.terms.desks import OPTIONAL_SECTIONS
from web.forms import Form
from web.locale import gettext

TOLD = (
    "family_name",
    "given_name",
    "alias",
    "codice_fiscale",
    "no_code_reason",
    "sex",
    "born_on",
    "birthplace",
    "civil_status",
    "citizenship",
    "phone",
    "email",
    "street",
    "city",
    "is_without_fixed_abode",
)
PLAIN = (
    "contact_on",
    "desk_point",
    "channel",
    "interlocutor",
    "interlocutor_office",
    "reason_words",
    "accompanied_by",
    "orientation",
    "outcome",
    "closing_note",
    "notice_way",
)
SIDES = {"expressed": ["expressed"], "observed": ["observed"], "both": ["expressed", "observed"]}
OURS = frozenset({"who", "choose", "copy", "seen_version", "then"})
_ROW = re.compile(r"(needs|requests|references)\.(\d{1,2})\.([a-z]+)")
MOST_REFERENCES = 3


def draft_of(form: Form[Any], sheet_id: UUID) -> KeepDraft:
    """The page to be kept as it is."""
    typed = {name: value for name, value in form.values.items() if name not in OURS and value not in ("", [])}
    return KeepDraft.model_validate(
        {
            "sheet_id": sheet_id,
            "person_id": _uuid(form, "person_id"),
            "is_anonymous": bool(form.value("is_anonymous")),
            "contact_on": _day(form),
            "seen_version": form.value("seen_version") or None,
            "typed": typed,
            "is_hidden": form.value("first_assessment.violence") == "yes",
        }
    )


def whole_of(form: Form[Any], sheet_id: UUID) -> CompleteSheet | None:
    """The sheet that is to be completed; None, with errors beside the fields, when an answer cannot be understood."""
    written = {name: form.value(name) for name in PLAIN if form.value(name)} | {
        "sheet_id": sheet_id,
        "seen_version": form.value("seen_version") or None,
        "person_id": _uuid(form, "person_id"),
        "is_anonymous": bool(form.value("is_anonymous")),
        "is_person_present": _yes_or_no(form, "is_person_present"),
        "is_person_informed": _yes_or_no(form, "is_person_informed"),
        "reasons": several(form, "reasons"),
        "categories": several(form, "categories"),
        "consents": several(form, "consents"),
        "told": {name: str(form.value(name)) for name in TOLD if form.value(name)},
        "reporter": {key: str(form.value(f"reporter.{key}")) for key in ("name", "role", "organisation")},
        "reference_contacts": list(rows(form, "references").values()),
        "needs": [_need(row) for row in rows(form, "needs").values()],
        "requests": list(rows(form, "requests").values()),
        "sections": {one.value: _answers(form, one.value) for one in OPTIONAL_SECTIONS},
    }
    try:
        return CompleteSheet.model_validate(written)
    except ValidationError as refused:
        places = {name: list(rows(form, name)) for name in ("needs", "requests", "references")}
        form.errors |= {
            _field(error["loc"], places): gettext("Controlla questa risposta.") for error in refused.errors()
        }
        return None


def several(form: Form[Any], name: str) -> list[str]:
    """The ticked values of a group of boxes."""
    given = form.value(name)
    return [one for one in ([given] if isinstance(given, str) else given) if one]


def rows(form: Form[Any], name: str) -> dict[int, dict[str, str]]:
    """The filled rows of a table of fields, by their place on the page; a row without its first field is empty."""
    found: dict[int, dict[str, str]] = {}
    for field, value in form.values.items():
        place = _ROW.fullmatch(field)
        if place and place[1] == name and str(value).strip():
            found.setdefault(int(place[2]), {})[place[3]] = str(value).strip()
    first = "name" if name == "references" else "code"
    return {place: row for place, row in sorted(found.items()) if first in row}


def _need(row: dict[str, str]) -> dict[str, Any]:
    return {**row, "dimensions": SIDES.get(row.get("side", ""), SIDES["expressed"])}


def _answers(form: Form[Any], section: str) -> dict[str, str]:
    start = f"{section}."
    return {name.removeprefix(start): str(value) for name, value in form.values.items() if name.startswith(start)}


def placed(field: str, form: Form[Any]) -> str:
    """The field on the page of a problem in the third need that was typed, which may stand in the fifth row."""
    found = _ROW.fullmatch(field)
    if not found:
        return field
    there = list(rows(form, found[1]))
    return f"{found[1]}.{there[int(found[2])]}.{found[3]}" if int(found[2]) < len(there) else field


def _field(where: tuple[int | str, ...], places: dict[str, list[int]]) -> str:
    name = "references" if where[0] == "reference_contacts" else str(where[0])
    if name in places and len(where) > 2 and isinstance(where[1], int) and where[1] < len(places[name]):
        return f"{name}.{places[name][where[1]]}.{where[2]}"
    return name


def _uuid(form: Form[Any], name: str) -> str | None:
    return str(form.value(name)) or None


def _day(form: Form[Any]) -> str | None:
    text = str(form.value("contact_on"))
    return text if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", text) else None


def _yes_or_no(form: Form[Any], name: str) -> bool | None:
    return {"yes": True, "no": False}.get(str(form.value(name)))
