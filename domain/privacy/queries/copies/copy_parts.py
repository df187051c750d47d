"""The parts of a copy, each read as the person it is about: what is not theirs to see cannot get in."""

from collections.abc import Awaitable, Callable
from typing import Any

from domain.access.queries.delegations import own_delegations
from domain.correspondence.queries.conversations.conversations_for_copy import conversations_for_copy
from domain.correspondence.queries.letters_to import letters_to
from domain.documents.queries.own_documents import own_documents
from domain.intake.queries.application_review import application_review
from domain.intake.queries.own_applications import OwnApplication, own_applications
from domain.kernel.actor import Citizen
from domain.kernel.text import Text
from domain.platform.language import say
from domain.platform.work import UnitOfWork
from domain.privacy.queries.copies.copied_plans import copied_plans
from domain.privacy.queries.readings_of import ReadingRow, readings_of
from domain.privacy.rules import copy_shape as shape
from domain.privacy.rules.copy_act import country_name
from domain.registry.queries.facts.fact_words import FieldWords
from domain.registry.queries.facts.facts_for_copy import FactLine, facts_for_copy
from domain.registry.queries.guardianships import own_titles
from domain.registry.queries.isee.isee_records_of import isee_records_of
from domain.registry.queries.memberships_of import memberships_of
from domain.registry.queries.person_card import card_within

MOST_LETTERS = 10_000
READINGS_AT_ONCE = 500
CopyPart = Callable[[UnitOfWork, Citizen, str], Awaitable[dict[str, Any]]]


async def _who(work: UnitOfWork, citizen: Citizen, language: str) -> dict[str, Any]:
    card = await card_within(work, citizen, citizen.person_id)
    names = ("id", "full_name", "given_name", "family_name", "codice_fiscale", "born_on", "sex", "citizenship")
    known = {name: getattr(card, name) for name in names}
    return {"person": shape.CopiedPerson(**known, language=card.language)}


async def _facts(work: UnitOfWork, citizen: Citizen, language: str) -> dict[str, Any]:
    found = await facts_for_copy(work, citizen, citizen.person_id)
    return {"facts": tuple(_fact(line, language) for line in found)}


def _fact(line: FactLine, language: str) -> shape.CopiedFact:
    return shape.CopiedFact(
        id=line.id,
        kind=line.kind,
        label=say(line.kind.label, language),
        fields=tuple(
            shape.CopiedField(
                name=field.name,
                label=say(field.label, language),
                value=line.value.get(field.name),
                text=_text(field, line.value.get(field.name), language),
            )
            for field in line.fields
        ),
        starts_on=line.starts_on,
        ends_on=line.ends_on,
        source=line.source,
        source_label=say(line.source.label, language),
        known_from=line.known_from,
        known_to=line.known_to,
    )


def _text(field: FieldWords, value: Any, language: str) -> str | None:
    if field.is_country:
        return country_name(str(value), language)
    if isinstance(field.words, Text):
        return say(field.words, language)
    return field.words if isinstance(field.words, str) and field.words != value else None


async def _households(work: UnitOfWork, citizen: Citizen, language: str) -> dict[str, Any]:
    lived = await memberships_of(work, citizen, citizen.person_id)
    means = await isee_records_of(work, citizen, citizen.person_id)
    return {
        "households": tuple(
            shape.CopiedHousehold(
                source=one.kind,
                kinship=one.kinship,
                kinship_label=say(one.kinship.label, language),
                starts_on=one.starts_on,
                ends_before=one.ends_before,
            )
            for one in lived
        ),
        "isee": tuple(
            shape.CopiedIsee(
                kind=one.kind,
                kind_label=say(one.kind.label, language),
                amount=one.amount,
                dsu_number=one.dsu_number,
                declared_on=one.declared_on,
                starts_on=one.starts_on,
                ends_before=one.ends_before,
                omissions=one.omissions if one.is_irregular else None,
                source=one.source,
                source_label=say(one.source.label, language),
                known_from=one.known_from,
                known_to=one.known_to,
            )
            for one in means
        ),
    }


async def _applications(work: UnitOfWork, citizen: Citizen, language: str) -> dict[str, Any]:
    found = [one for one in await own_applications(work, citizen) if one.beneficiary_id == citizen.person_id]
    return {"applications": tuple([await _application(work, citizen, one, language) for one in found])}


async def _application(
    work: UnitOfWork, citizen: Citizen, one: OwnApplication, language: str
) -> shape.CopiedApplication:
    review = await application_review(work, citizen, one.id, language=language)
    return shape.CopiedApplication(
        id=one.id,
        service=one.title.in_(language),
        status=one.status,
        status_label=say(one.status.label, language),
        protocollo=one.protocollo,
        submitted_at=one.submitted_at,
        due_on=one.due_on,
        answers=tuple(
            shape.CopiedAnswer(step=step.title, name=answer.key, question=answer.label, answer=answer.value)
            for step in review.steps
            for answer in step.answers
        ),
    )


async def _documents(work: UnitOfWork, citizen: Citizen, language: str) -> dict[str, Any]:
    return {
        "documents": tuple(
            shape.CopiedDocument(
                id=one.id,
                kind=one.kind,
                title=one.title,
                file_name=one.file_name,
                media_type=one.media_type,
                size=one.size,
                sha256=one.sha256,
                kept_at=one.created_at,
            )
            for one in await own_documents(work, citizen)
        )
    }


async def _letters(work: UnitOfWork, citizen: Citizen, language: str) -> dict[str, Any]:
    return {
        "letters": tuple(
            shape.CopiedLetter(
                id=one.id,
                language=one.language,
                subject=one.subject,
                paragraphs=one.paragraphs,
                written_at=one.written_at,
                sent_at=one.sent_at,
            )
            for one in await letters_to(work, citizen, most=MOST_LETTERS, also_hidden=False)
        )
    }


async def _messages(work: UnitOfWork, citizen: Citizen, language: str) -> dict[str, Any]:
    return {
        "messages": tuple(
            shape.CopiedMessage(
                id=one.id,
                about=one.about,
                subject_id=one.subject_id,
                by="office" if one.is_from_office else "person",
                author=one.author,
                text=one.text,
                sent_at=one.sent_at,
            )
            for one in await conversations_for_copy(work, citizen)
        )
    }


async def _readings(work: UnitOfWork, citizen: Citizen, language: str) -> dict[str, Any]:
    found: list[shape.CopiedReading] = []
    number = 1
    while True:
        page = await readings_of(work, citizen, number, size=READINGS_AT_ONCE)
        found += [_reading(row, language) for row in page.items]
        if not page.has_next:
            return {"readings": tuple(found)}
        number += 1


def _reading(row: ReadingRow, language: str) -> shape.CopiedReading:
    return shape.CopiedReading(
        at=row.at,
        office=row.office_name,
        ente=row.ente_name,
        by="representative" if row.is_representative else "delegate" if row.is_by_delegate else "office",
        name=row.delegate_name,
        what=say(row.subject, language),
        why=say(row.purpose, language),
        is_emergency=row.is_emergency,
    )


async def _rights(work: UnitOfWork, citizen: Citizen, language: str) -> dict[str, Any]:
    return {
        "delegations": tuple(
            shape.CopiedDelegation(
                id=one.id,
                is_given=one.is_given,
                delegator=one.delegator_name,
                delegate=one.delegate_name,
                scope=one.scope,
                starts_on=one.starts_on,
                ends_on=one.ends_on,
                status=one.status,
                status_label=say(one.status.label, language),
            )
            for one in await own_delegations(work, citizen)
        ),
        "titles": tuple(
            shape.CopiedTitle(
                id=one.id,
                kind=one.kind,
                label=say(one.kind.label, language),
                status=one.status,
                starts_on=one.starts_on,
                ends_on=one.ends_on,
            )
            for one in await own_titles(work, citizen)
        ),
    }


COPY_PARTS: tuple[CopyPart, ...] = (
    _who,
    _facts,
    _households,
    _applications,
    _documents,
    _letters,
    _messages,
    _readings,
    _rights,
    copied_plans,
)
"""In the order in which they are read; each by its own short transaction."""
