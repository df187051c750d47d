"""An administrator says by which identity provider the operators of the ente may sign in."""

from typing import Annotated
from urllib.parse import urlsplit
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints
from sqlmodel import col, select

from domain.access.events import EnteProviderSet
from domain.access.gateways.configured_parties import loopback_development
from domain.access.model.ente_provider import EnteProvider
from domain.access.queries.ente_provider.providers import SEALED_FOR
from domain.access.rules.secrets import seal
from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.organization.queries.administered import check_administers
from domain.platform.outside.http import check_address
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork

Word = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500, pattern=r"^[^\x00-\x1f\x7f]*$")]
NOT_AN_ISSUER = _("Scrivi un indirizzo https pubblico, senza parti dopo il punto di domanda.")
SECRET_NEEDED = _("Questa risposta serve.")


class SetEnteProvider(BaseModel):
    """What was agreed with the provider. An empty secret keeps the one there is."""

    name: Word = Field(min_length=1)
    issuer: Word = Field(min_length=1)
    client_id: Word = Field(min_length=1)
    client_secret: Word = Field(default="", repr=False)
    codice_fiscale_claim: Word = ""
    groups_claim: Word = "groups"
    is_enabled: bool = False


async def set_ente_provider(work: UnitOfWork, operator: Operator, command: SetEnteProvider) -> UUID:
    """The provider of the ente of the active office; gives back its id.

    Refuses NotAnAdministrator; Invalid for an issuer that we could not call, or a secret that is missing. Another
    issuer needs its own secret: the one there is was never meant for it.
    """
    check_administers(operator, operator.ente_id)
    _check_issuer(command.issuer)
    wanted = select(EnteProvider).where(col(EnteProvider.ente_id) == operator.ente_id).with_for_update()
    found = (await work.session.exec(wanted)).one_or_none()
    if not command.client_secret and (found is None or found.issuer != command.issuer):
        raise Invalid({"client_secret": SECRET_NEEDED})
    facts = command.model_dump(exclude={"client_secret"})
    if command.client_secret:
        facts["client_secret_sealed"] = seal(settings().secret, command.client_secret, SEALED_FOR)
    kept = found or EnteProvider(ente_id=operator.ente_id, **facts)
    for name, value in facts.items():
        setattr(kept, name, value)
    work.session.add(kept)
    await work.record(
        EnteProviderSet(ente_id=operator.ente_id, provider_id=kept.id, by_operator_id=operator.operator_id)
    )
    return kept.id


def _check_issuer(issuer: str) -> None:
    try:
        check_address(issuer, loopback_development=loopback_development())
        parts = urlsplit(issuer)
    except ValueError:
        raise Invalid({"issuer": NOT_AN_ISSUER}) from None
    if parts.query or parts.fragment:
        raise Invalid({"issuer": NOT_AN_ISSUER})
