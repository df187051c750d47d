"""Looks for the account whose password was forgotten: in the background, where nobody sees how long it takes."""

from domain.access.actions.links.ask_password_reset import SEALED_FOR
from domain.access.actions.links.make_link import MakeLink, make_link
from domain.access.events import PasswordResetAsked
from domain.access.queries.credentials.operator_credentials import operator_credentials
from domain.access.rules.secrets import unseal
from domain.access.terms import LinkPurpose
from domain.kernel.actor import System
from domain.organization.queries.operators import operator_by_email
from domain.platform.settings import settings
from domain.platform.work import Bind, unit_of_work


async def begin_password_reset(sealed_email: str, *, bind: Bind | None = None) -> None:
    """A link by e-mail, for half an hour, to an enabled operator who has a password; nothing to anybody else."""
    email = unseal(settings().secret, sealed_email, SEALED_FOR)
    async with unit_of_work(System("password reset"), bind=bind) as work:
        operator = await operator_by_email(work, email)
        if operator is None or not operator.is_enabled:
            return
        if not (await operator_credentials(work, operator.id)).has_password:
            return  # an invitation is what they need
        making = MakeLink(operator_id=operator.id, ente_id=operator.ente_id, purpose=LinkPurpose.PASSWORD)
        link_id = await make_link(work, making)
        await work.record(PasswordResetAsked(ente_id=operator.ente_id, operator_id=operator.id, link_id=link_id))
