"""An ente joins the installation."""

from uuid import UUID

from pydantic import BaseModel, Field

from domain.kernel.actor import System
from domain.organization.model.ente import Ente
from domain.organization.rules.ente_languages import languages_with_source
from domain.organization.terms import EnteKind, Palette
from domain.platform.work import UnitOfWork


class OpenEnte(BaseModel):
    """A new ente; ``ambito_id`` is the ambito it belongs to, None for an ambito."""

    kind: EnteKind
    name: str = Field(min_length=1, max_length=200)
    slug: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)
    ambito_id: UUID | None = None
    host: str | None = None
    site_name: str = "Servizi sociali"
    motto: str = ""
    phone: str = ""
    email: str = ""
    pec: str = ""
    address: str = ""
    accessibility_url: str = ""
    palette: Palette = Palette.COMUNI
    languages: tuple[str, ...] = ()
    is_taking_mandates: bool = False


async def open_ente(work: UnitOfWork, system: System, command: OpenEnte) -> UUID:
    """Add the ente and give back its id; only who runs the installation does. Refuses SlugTaken."""
    facts = command.model_dump(exclude={"languages"})
    opened = Ente(languages=languages_with_source(command.languages), **facts)
    work.session.add(opened)
    await work.session.flush()  # a slug already taken must be refused here, and what follows refers to it
    return opened.id
