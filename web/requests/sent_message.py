"""A message as a form sends it: the text, new files, files sent in pieces, and those kept from the page before."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request
from litestar.datastructures import UploadFile

from web.forms import Form, Typed, typed

KEPT, FILES, UPLOADS = "kept", "files", "upload"


@dataclass(frozen=True)
class SentMessage:
    """``kept`` are documents that wait for their message, ``uploads`` files that have arrived in pieces."""

    form: Form[Any]
    text: str
    kept: tuple[UUID, ...]
    files: tuple[UploadFile, ...]
    uploads: tuple[UUID, ...]

    def keep(self, documents: list[UUID]) -> None:
        """The page that is shown again offers these."""
        self.form.values[KEPT] = [str(one) for one in documents]


async def sent_message(request: Request[Any, Any, Any]) -> SentMessage:
    """Read it; an address or a number that is none of ours is left out."""
    form = await typed(request)
    return SentMessage(
        form=form,
        text=str(form.value("text")),
        kept=ids_of(form.value(KEPT)),
        files=tuple(form.files.get(FILES, ())),
        uploads=ids_of(form.value(UPLOADS)),
    )


def ids_of(value: Typed) -> tuple[UUID, ...]:
    """The ids in a field, each at the end of its address, once."""
    found: dict[UUID, None] = {}
    for one in [value] if isinstance(value, str) else value:
        try:
            found[UUID(one.rpartition("/")[2])] = None
        except ValueError:
            continue  # nothing of ours
    return tuple(found)
