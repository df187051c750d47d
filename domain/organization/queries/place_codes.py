"""Comuni and foreign countries, all of them: for the program that reads a whole file of people."""

from uuid import UUID

from sqlmodel import col

from domain.kernel.actor import Actor
from domain.organization.queries.code_layers import layers_of
from domain.organization.queries.codes import CodeRow, row_of
from domain.organization.rules.code_layers import merged
from domain.platform.work import UnitOfWork

PLACES = ("comuni", "stati_esteri")


async def place_codes(work: UnitOfWork, actor: Actor, ente_id: UUID) -> list[CodeRow]:
    """Every place where somebody may have been born, those that exist no more first; one question, some 10,000 rows."""
    layers = await layers_of(work, ente_id, lambda codes: col(codes.list_name).in_(PLACES))
    return sorted(map(row_of, merged(layers, work.today)), key=lambda row: row.is_active)
