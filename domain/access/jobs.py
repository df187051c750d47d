"""What access does in the background."""

from domain.access.actions.desk.forget_codes import forget_codes as forget_old_codes
from domain.access.actions.end_session import REVOCATION
from domain.access.actions.federation.renew_federation import renew_federation
from domain.access.actions.federation.revoke_access_token import revoke_access_token
from domain.access.actions.links.begin_password_reset import begin_password_reset
from domain.access.actions.register.prune_register import prune_register as prune
from domain.access.actions.saml.forget_used_answers import forget_used_answers as forget
from domain.access.actions.saml.import_saml_providers import import_saml_providers
from domain.access.queries.register.register_damage import register_damage
from domain.access.queries.stale_saml_sources import RETRY_AFTER, stale_saml_sources
from domain.access.rules.register import CHAINS
from domain.kernel.actor import System
from domain.platform.observability import STALE_SOURCES, log
from domain.platform.work import Bind, unit_of_work

REGISTER = System("register of transactions")
REGISTRY = System("refresh providers")


async def prune_register(*, bind: Bind | None = None) -> int:
    """Delete from the register what is older than 24 months; say how many messages."""
    async with unit_of_work(REGISTER, bind=bind) as work:
        gone = await prune(work)
    log.info("register_pruned", messages=gone)
    return gone


async def check_register(*, bind: Bind | None = None) -> None:
    """Have every chain of the register checked, each by a job of its own: a long one takes its time."""
    async with unit_of_work(REGISTER, bind=bind) as work:
        for chain in range(CHAINS):
            await work.defer("check_register_chain", chain)


async def check_register_chain(chain: int, *, bind: Bind | None = None) -> int:
    """Check one chain; each damage is an error in the log. Says how many there are."""
    async with unit_of_work(REGISTER, read_only=True, bind=bind) as work:
        found = await register_damage(work, [chain])
    for damage in found:
        log.error("register_damaged", chain=damage.chain, sequence=damage.sequence, wrong=damage.wrong.value)
    return len(found)


async def refresh_saml_registry(*, bind: Bind | None = None) -> int:
    """Read the SAML providers anew; say how many. A registry last read over 48 hours ago is an error in the log."""
    read = await import_saml_providers(bind=bind)
    async with unit_of_work(REGISTRY, read_only=True, bind=bind) as work:
        stale = await stale_saml_sources(work)
    STALE_SOURCES.set(len(stale))
    for source, read_at in stale.items():
        log.error("saml_registry_stale", source=source, read_at=read_at.isoformat() if read_at else "never")
    return read


async def retry_saml_registry(*, bind: Bind | None = None) -> int:
    """Read the SAML providers anew where the daily reading has failed; say how many were read."""
    async with unit_of_work(REGISTRY, read_only=True, bind=bind) as work:
        stale = await stale_saml_sources(work, after=RETRY_AFTER)
    return await refresh_saml_registry(bind=bind) if stale else 0


async def forget_used_answers(*, bind: Bind | None = None) -> None:
    """Forget answers of providers that could not be used again anyway."""
    async with unit_of_work(REGISTRY, bind=bind) as work:
        await forget(work)


async def forget_codes(*, bind: Bind | None = None) -> None:
    """Forget one-time codes that are over, and who asked for them."""
    async with unit_of_work(System("forget one-time codes"), bind=bind) as work:
        await forget_old_codes(work)


JOBS = {
    "forget_codes": forget_codes,
    "begin_password_reset": begin_password_reset,
    "refresh_saml_registry": refresh_saml_registry,
    "retry_saml_registry": retry_saml_registry,
    "forget_used_answers": forget_used_answers,
    "renew_federation": renew_federation,
    REVOCATION: revoke_access_token,
    "prune_register": prune_register,
    "check_register": check_register,
    "check_register_chain": check_register_chain,
}
