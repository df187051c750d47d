"""A form as a file, out of the catalogue and back into the hands of who runs it."""

from uuid import UUID

from domain.catalogue.queries.form_of import FormDefinition, form_of
from domain.catalogue.refusals import FormNotSound
from domain.catalogue.rules.form_json import Unreadable, form_as_json, read_form_json
from domain.platform.work import UnitOfWork


async def form_file(work: UnitOfWork, version_id: UUID) -> str:
    """The form of a version as the text of a file (``docs/forms.md``). Refuses NotFound."""
    return form_as_json(await form_of(work, version_id))


def form_in_file(text: str) -> FormDefinition:
    """The form that a file holds, fit to be published. Refuses FormNotSound, with every place and its reason."""
    try:
        return read_form_json(text)
    except Unreadable as refused:
        raise FormNotSound(refused.places) from refused
