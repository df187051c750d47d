"""Publishing the services with which an ente starts."""

from uuid import UUID

from domain.catalogue.actions.publish_service import PublishService, publish_service
from domain.catalogue.seeds.home_care_card import home_care_card
from domain.catalogue.seeds.home_care_form import home_care_form
from domain.catalogue.seeds.other_cards import disabled_transport_card, money_help_card
from domain.kernel.actor import Actor
from domain.platform.work import UnitOfWork

HOME_CARE = "assistenza-domiciliare"
MONEY_HELP = "contributo-economico"
DISABLED_TRANSPORT = "trasporto-persone-con-disabilita"


async def publish_starting_services(work: UnitOfWork, actor: Actor, ente_id: UUID) -> None:
    """Publish home care, asked for on the portal, and two services asked for at the desk, for the people of an ente.

    The sentences are kept in every language that the catalogues of translations have today.
    """
    await publish_service(
        work,
        actor,
        PublishService(ente_id=ente_id, slug=HOME_CARE, card=home_care_card(), form=home_care_form(), term_days=30),
    )
    for slug, card in ((MONEY_HELP, money_help_card()), (DISABLED_TRANSPORT, disabled_transport_card())):
        await publish_service(
            work, actor, PublishService(ente_id=ente_id, slug=slug, card=card, term_days=30, is_online=False)
        )
