"""The form of a version of a service, and the kinds of value of which forms are made."""

from uuid import UUID

from sqlmodel import col, select

from domain.catalogue.model.service import ServiceVersion
from domain.catalogue.rules.conditions import variables
from domain.catalogue.rules.form_definition import Field, FormDefinition, Option, Step
from domain.kernel.refusals import NotFound
from domain.platform.localised import Localised
from domain.platform.work import UnitOfWork

__all__ = ["Field", "FormDefinition", "Localised", "Option", "Step", "form_of", "variables"]


async def form_of(work: UnitOfWork, version_id: UUID) -> FormDefinition:
    """What the version asks. Refuses NotFound."""
    form = (await work.session.exec(select(ServiceVersion.form).where(col(ServiceVersion.id) == version_id))).first()
    if form is None:
        raise NotFound
    return FormDefinition.model_validate(form)
