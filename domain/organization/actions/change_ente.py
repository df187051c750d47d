"""An ente changes its name, contacts, colours and languages."""

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field

from domain.kernel.actor import Operator
from domain.kernel.email import OptionalEmail
from domain.organization.events import EnteChanged
from domain.organization.queries.administered import administered_ente
from domain.organization.rules.ente_languages import languages_with_source
from domain.organization.terms import MOST_DELEGATION_MONTHS, EnteKind, Palette
from domain.platform.work import UnitOfWork


def _web_address(typed: str) -> str:
    address = typed.strip()
    if address and not address.startswith(("https://", "http://")):
        raise ValueError("web_address")
    return address


class ChangeEnte(BaseModel):
    """How the ente shows itself, whether it takes mandates (third sector only), how long a delegation lasts at most.

    ``ente_id`` is the one of the active office when it is not named.
    """

    ente_id: UUID | None = None
    name: str = Field(min_length=1, max_length=200)
    site_name: str = Field(min_length=1, max_length=100)
    motto: str = Field(default="", max_length=200)
    phone: str = Field(default="", max_length=40)
    email: OptionalEmail = ""
    pec: OptionalEmail = ""
    address: str = Field(default="", max_length=300)
    accessibility_url: Annotated[str, AfterValidator(_web_address)] = Field(default="", max_length=500)
    palette: Palette = Palette.COMUNI
    languages: tuple[str, ...] = ()
    is_taking_mandates: bool = False
    delegation_months: int = Field(default=MOST_DELEGATION_MONTHS, ge=1, le=60)
    seen_version: int


async def change_ente(work: UnitOfWork, operator: Operator, command: ChangeEnte) -> None:
    """Change what people see of the ente; Italian always stays among its languages.

    Refuses NotFound, NotAnAdministrator, and EnteChangedMeanwhile when somebody changed it after ``seen_version``.
    """
    changed = await administered_ente(work, operator, command.ente_id or operator.ente_id)
    facts = command.model_dump(exclude={"ente_id", "seen_version"})
    facts["is_taking_mandates"] = command.is_taking_mandates and changed.kind is EnteKind.THIRD_SECTOR
    facts["languages"] = languages_with_source(command.languages)
    changed.change(facts, seen_version=command.seen_version)
    await work.record(EnteChanged(ente_id=changed.id))
