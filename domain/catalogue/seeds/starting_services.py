"""Publishing the services with which an ente starts."""

from collections.abc import Callable, Mapping
from uuid import UUID

from domain.catalogue.actions.publish_service import PublishService, publish_service
from domain.catalogue.rules.card import ServiceCard
from domain.catalogue.rules.form_definition import FormDefinition
from domain.catalogue.rules.requirements import Requirement
from domain.catalogue.seeds.forms import (
    after_us,
    foster,
    housing,
    inclusion,
    money,
    newcomers,
    nursery,
    rent,
    school_meals,
    transport,
)
from domain.catalogue.seeds.home_care_card import home_care_card
from domain.catalogue.seeds.home_care_form import home_care_form
from domain.catalogue.seeds.requirements import starting_requirements
from domain.kernel.actor import Actor
from domain.platform.work import UnitOfWork

HOME_CARE = "assistenza-domiciliare"
MONEY_HELP = "contributo-economico"
DISABLED_TRANSPORT = "trasporto-persone-con-disabilita"

Written = tuple[Callable[[], ServiceCard], Callable[[], FormDefinition]]
SERVICES: dict[str, Written] = {
    HOME_CARE: (home_care_card, home_care_form),
    MONEY_HELP: (money.card, money.form),
    "contributo-affitto": (rent.card, rent.form),
    "mensa-scolastica": (school_meals.card, school_meals.form),
    DISABLED_TRANSPORT: (transport.card, transport.form),
    "nido": (nursery.card, nursery.form),
    "affido-familiare": (foster.card, foster.form),
    "accompagnamento-adi": (inclusion.card, inclusion.form),
    "casa-popolare": (housing.card, housing.form),
    "dopo-di-noi": (after_us.card, after_us.form),
    "aiuto-persone-straniere": (newcomers.card, newcomers.form),
}


async def publish_starting_services(
    work: UnitOfWork, actor: Actor, ente_id: UUID, more: Mapping[str, tuple[Requirement, ...]] | None = None
) -> None:
    """Publish home care and ten more services, all asked for on the portal, for the people of an ente.

    The sentences are kept in every language that the catalogues of translations have today. No form and no requirement
    holds a limit or an amount of law: those who may have the help, and how much, is for each comune to set. ``more``
    are requirements of its own, by the slug of the service.
    """
    required = starting_requirements()
    for slug, (card, form) in SERVICES.items():
        requirements = (*required[slug], *(more or {}).get(slug, ()))
        command = PublishService(ente_id=ente_id, slug=slug, card=card(), form=form(), requirements=requirements)
        await publish_service(work, actor, command)
