"""Somebody brings a file of an old archive, to be read."""

from datetime import timedelta
from pathlib import PurePath
from typing import Annotated, Self
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field, model_validator

from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.legacy.model.archive_import import ArchiveImport
from domain.legacy.permissions import may_import
from domain.legacy.refusals import NotYourImport
from domain.legacy.rules.limits import EXTENSIONS
from domain.legacy.terms import ArchiveKind
from domain.platform.files import StoredContent
from domain.platform.work import UnitOfWork

WRONG_KIND = _("Carica un file xlsx, ods o csv.")
NO_FILE = _("Scegli un file.")


class BringArchive(BaseModel):
    """What the rows are, the name of the archive they come from, and for how many days file and rows are kept."""

    kind: ArchiveKind
    source: Annotated[str, AfterValidator(str.strip), Field(min_length=2, max_length=80)]
    days_kept: int = Field(default=90, ge=7, le=365)
    file_name: str = Field(default="", max_length=255)
    stored: StoredContent | None = None

    @model_validator(mode="after")
    def _without_folders(self) -> Self:
        self.file_name = PurePath(self.file_name.replace("\\", "/")).name
        return self


async def bring_archive(work: UnitOfWork, operator: Operator, command: BringArchive) -> UUID:
    """Write it down and have it read; the bytes are in the store already. Gives back the id of the import.

    What it writes will be of the operator's ente and office. Refuses NotYourImport, and Invalid under ``file``.
    """
    if not may_import(operator):
        raise NotYourImport
    if command.stored is None or not command.stored.size:
        raise Invalid({"file": NO_FILE})
    if PurePath(command.file_name).suffix.lower().removeprefix(".") not in EXTENSIONS:
        raise Invalid({"file": WRONG_KIND})
    brought = ArchiveImport(
        ente_id=operator.ente_id,
        office_id=operator.office_id,
        operator_id=operator.operator_id,
        kind=command.kind,
        source=command.source,
        file_name=command.file_name,
        file_address=command.stored.address,
        file_size=command.stored.size,
        expires_on=work.today + timedelta(days=command.days_kept),
        created_at=work.now,
    )
    work.session.add(brought)
    await work.defer("read_archive", str(brought.id))
    return brought.id
