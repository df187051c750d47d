"""A form as a file, out of the catalogue and back into the hands of who runs it."""

from uuid import UUID

from domain.catalogue.queries.form_of import form_of
from domain.catalogue.queries.published_services import services_of_versions
from domain.catalogue.refusals import FormNotSound
from domain.catalogue.rules.form_json import FormFile, Unreadable, form_as_json, read_form_json
from domain.platform.work import UnitOfWork


async def form_file(work: UnitOfWork, version_id: UUID) -> str:
    """The form of a version as the text of a file (``docs/forms.md``). Refuses NotFound."""
    code = (await services_of_versions(work, [version_id]))[version_id].card.benefit_code
    return form_as_json(await form_of(work, version_id), code)


def form_in_file(text: str) -> FormFile:
    """The form that a file holds, fit to be published, and the code of the help that stands with it.

    Refuses FormNotSound, with every place and its reason.
    """
    try:
        return read_form_json(text)
    except Unreadable as refused:
        raise FormNotSound(refused.places) from refused
