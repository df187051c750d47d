"""The help of the national register (SIUSS) as which the office reports what a service gives: an official list."""

from uuid import UUID

from domain.catalogue.refusals import BenefitCodeUnknown
from domain.organization.queries.codes import CodeRow, codes_of, find_codes, known_code
from domain.platform.work import UnitOfWork

BENEFITS = "siuss_benefits"


async def benefits(work: UnitOfWork, ente_id: UUID) -> list[CodeRow]:
    """Those offered today to the ente, in the order of the list."""
    return (await codes_of(work, ente_id, [BENEFITS]))[BENEFITS]


async def benefit_named(work: UnitOfWork, ente_id: UUID, code: str | None) -> CodeRow | None:
    """The benefit of a code, offered or not any more; None without a code, and for one that the list never had."""
    return await known_code(work, ente_id, BENEFITS, code) if code else None


async def chosen_benefit(work: UnitOfWork, ente_id: UUID, typed: str) -> str | None:
    """The code that was typed, alone or before its words, or by words that only one benefit has; None for nothing.

    Refuses BenefitCodeUnknown: not in the list, or not offered today.
    """
    words = typed.split()
    if not words:
        return None
    known = await known_code(work, ente_id, BENEFITS, words[0].upper())
    if known is not None and known.is_active:
        return known.code
    found = await find_codes(work, ente_id, BENEFITS, typed, 2)
    if known is not None or len(found) != 1:
        raise BenefitCodeUnknown
    return found[0].code


async def check_benefit(work: UnitOfWork, ente_id: UUID, code: str | None) -> None:
    """Refuses BenefitCodeUnknown unless the code is offered today, or there is none."""
    found = await benefit_named(work, ente_id, code)
    if code and (found is None or not found.is_active):
        raise BenefitCodeUnknown
