"""Somebody whom a citizen has declared and nobody has checked: only what the citizen typed."""

from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Citizen
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.registry.model.guardianship import Guardianship
from domain.registry.queries.person_card import PersonCard


async def declared_card(work: UnitOfWork, citizen: Citizen, person_id: UUID) -> PersonCard:
    """The card of ``person_id`` as ``citizen`` declared them, with nothing of our own records. Refuses NotFound."""
    wanted = select(Guardianship).where(
        col(Guardianship.guardian_id) == citizen.person_id,
        col(Guardianship.person_id) == person_id,
        col(Guardianship.declared_at).is_not(None),
    )
    title = (await work.session.exec(wanted.order_by(col(Guardianship.created_at).desc()))).first()
    if title is None:
        raise NotFound
    return PersonCard(
        id=person_id,
        ente_id=title.ente_id,
        full_name=title.declared_name,
        given_name=title.declared_given_name or "",
        family_name=title.declared_family_name or "",
        codice_fiscale=title.declared_codice_fiscale,
        born_on=title.declared_born_on,
        language="it",
        email=None,
        phone=None,
        residence=None,
        isee_amount=None,
        alias="",
        is_protected=False,
    )
