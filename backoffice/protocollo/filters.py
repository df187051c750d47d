"""What is asked of the register, from the address."""

import re

from litestar.datastructures import MultiDict
from pydantic import ValidationError

from domain.documents.queries.protocollo_register import RegisterFilter

FIELDS = ("label", "direction", "starts_on", "ends_on", "is_annulled")
LABEL = re.compile(r"(?:(\d{4})\s*/\s*)?0*(\d{1,9})")


def chosen_filter(query: "MultiDict[str]") -> tuple[RegisterFilter, dict[str, str]]:
    """What is wanted, and what of it was typed; what makes no sense filters nothing.

    A number is typed as it is quoted (``2026/0000123``), or alone.
    """
    typed = {name: str(query[name]).strip() for name in FIELDS if query.get(name)}
    wanted = {name: value for name, value in typed.items() if name != "label"}
    if read := LABEL.fullmatch(typed.get("label", "")):
        wanted |= {name: value for name, value in zip(("year", "number"), read.groups(), strict=True) if value}
    else:
        typed.pop("label", None)
    try:
        return RegisterFilter.model_validate(wanted), typed
    except ValidationError as wrong:
        for problem in wrong.errors():
            name = str(problem["loc"][0])
            wanted.pop(name, None)
            typed.pop(name, None)
        return RegisterFilter.model_validate(wanted), typed
