"""Names and fingerprints in the register, annulments, days that are closed and lead back to each other."""

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from asn1crypto.cms import ContentInfo
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import select

from domain.documents.actions.annul_protocollo import AnnulProtocollo, annul_protocollo
from domain.documents.actions.register_protocollo import RegisterProtocollo, register_protocollo
from domain.documents.jobs import close_register_days
from domain.documents.model.protocollo import ProtocolloEntry, RegisterDay
from domain.documents.queries.protocollo_of import protocollo_of
from domain.documents.queries.protocollo_register import (
    RegisterFilter,
    RegisterRow,
    protocollo_line,
    protocollo_register,
    whole_register,
)
from domain.documents.queries.register_days import DayRow, register_day_file, register_days
from domain.documents.refusals import AlreadyAnnulled, NotYoursToAnnul
from domain.documents.terms import Direction
from domain.kernel.actor import Operator
from domain.kernel.clock import as_of, day_of
from domain.kernel.refusals import NotAllowed, NotFound
from domain.kernel.roles import Role
from domain.organization.queries.enti import ente
from domain.platform.settings import settings
from domain.platform.work import unit_of_work
from e2e.support.pdf_text import text_of
from tests.support.applications import a_submitted_application, home_care_is_published
from tests.support.given import SYSTEM, Territory, a_citizen, a_person, a_territory, an_operator
from tests.support.personas import DAVIDE, ROSA

FIRST = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Desk:
    """A comune, Rosa who lives there, and who looks after the register."""

    connection: AsyncConnection
    territory: Territory
    rosa_id: UUID
    clerk: Operator
    head: Operator

    async def register(self, at: datetime, subject: str = "Domanda", *, person_id: UUID | None = None) -> UUID:
        """A line written at an instant."""
        with as_of(at):
            async with unit_of_work(SYSTEM, bind=self.connection) as work:
                command = RegisterProtocollo(
                    ente_id=self.territory.comune_id,
                    person_id=person_id or self.rosa_id,
                    about_id=uuid4(),
                    subject=subject,
                    direction=Direction.INCOMING,
                    content_sha256=hashlib.sha256(subject.encode()).hexdigest(),
                )
                return (await register_protocollo(work, command)).id

    async def annul(self, entry_id: UUID, at: datetime, by: Operator | None = None) -> None:
        """The head, or somebody else, annuls a line."""
        who = by or self.head
        with as_of(at):
            async with unit_of_work(who, bind=self.connection) as work:
                asked = AnnulProtocollo(entry_id=entry_id, reason="Registrata due volte", act="Determina 12 del 2026")
                await annul_protocollo(work, who, asked)

    async def line(self, entry_id: UUID, operator: Operator | None = None) -> RegisterRow:
        """A line as the clerk reads it."""
        who = operator or self.clerk
        async with unit_of_work(who, read_only=True, bind=self.connection) as work:
            return await protocollo_line(work, who, entry_id)

    async def days(self) -> list[DayRow]:
        """The closed days as the clerk sees them, the first first."""
        async with unit_of_work(self.clerk, read_only=True, bind=self.connection) as work:
            return list(reversed((await register_days(work, self.clerk)).items))

    async def close(self, at: datetime) -> int:
        """The nightly job."""
        with as_of(at):
            return await close_register_days(bind=self.connection)

    async def file(self, day: DayRow) -> bytes:
        """What the clerk downloads."""
        async with unit_of_work(self.clerk, read_only=True, bind=self.connection) as work:
            return (await register_day_file(work, self.clerk, day.id))[1]


@pytest.fixture
async def desk(connection: AsyncConnection) -> Desk:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await a_territory(work)
        rosa_id = await a_person(work, territory)
        clerk = await an_operator(work, territory.office_id, (Role.ADMIN_CLERK,))
        head = await an_operator(work, territory.office_id, (Role.OFFICE_HEAD,), names="Carla Capo")
    return Desk(connection, territory, rosa_id, clerk, head)


async def test_a_sent_application_stands_in_the_register_with_sender_and_fingerprint(
    desk: Desk, everything_that_follows: Callable[[], Awaitable[int]]
) -> None:
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        await home_care_is_published(work, desk.territory.ambito_id)
    rosa = a_citizen(desk.territory, desk.rosa_id)
    async with unit_of_work(rosa, bind=desk.connection) as work:
        sent = await a_submitted_application(work, rosa)
    await everything_that_follows()
    async with unit_of_work(desk.clerk, read_only=True, bind=desk.connection) as work:
        rows = await whole_register(work, desk.clerk, RegisterFilter())
    assert [row.counterpart for row in rows] == [ROSA.full_name]
    assert rows[0].content_sha256
    assert len(rows[0].content_sha256) == 64
    assert await _about(desk, sent.id) == rows[0].label


async def test_the_register_does_not_say_who_a_protected_person_is(desk: Desk) -> None:
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        hidden = await a_person(work, desk.territory, DAVIDE, is_protected=True)
    entry_id = await desk.register(FIRST, person_id=hidden)
    async with unit_of_work(SYSTEM, read_only=True, bind=desk.connection) as work:
        assert (await work.session.get_one(ProtocolloEntry, entry_id)).counterpart == ""
    with pytest.raises(NotFound):
        await desk.line(entry_id)


async def test_an_annulled_line_stays_readable_and_cannot_be_annulled_again(desk: Desk) -> None:
    entry_id = await desk.register(FIRST, "Domanda di contributo")
    with pytest.raises(NotYoursToAnnul):
        await desk.annul(entry_id, FIRST, desk.clerk)
    await desk.annul(entry_id, FIRST + timedelta(hours=1))
    row = await desk.line(entry_id)
    assert row.subject == "Domanda di contributo"
    assert row.annulment
    assert (row.annulment.operator, row.annulment.act) == ("Carla Capo", "Determina 12 del 2026")
    with pytest.raises(AlreadyAnnulled):
        await desk.annul(entry_id, FIRST + timedelta(hours=2))


async def test_nobody_changes_a_line_an_annulment_or_a_closed_day(desk: Desk) -> None:
    entry_id = await desk.register(FIRST)
    await desk.annul(entry_id, FIRST)
    await desk.close(FIRST + timedelta(days=1))
    for table in (ProtocolloEntry, RegisterDay):
        with pytest.raises(ProgrammingError, match="permission denied"):
            async with unit_of_work(SYSTEM, bind=desk.connection) as work:
                row = (await work.session.exec(select(table).limit(1))).one()
                row.created_at = FIRST - timedelta(days=1)
                await work.session.flush()  # the point of the test


async def test_each_day_is_closed_once_and_leads_back_to_the_one_before(desk: Desk) -> None:
    for day in (0, 0, 3):
        await desk.register(FIRST + timedelta(days=day), f"Domanda {day}")
    assert await desk.close(FIRST) == 0, "a day that is not over stays open"
    assert await desk.close(FIRST + timedelta(days=5)) == 2
    assert await desk.close(FIRST + timedelta(days=5)) == 0
    first, second = await desk.days()
    assert (first.day, first.entries) == (date(2026, 3, 2), 2)
    assert (second.day, second.entries) == (date(2026, 3, 5), 1)
    assert not first.is_signed
    words = text_of(await desk.file(second))
    assert first.sha256 in words.replace("\n", "").replace(" ", "")
    assert "non ha la firma" in words


async def test_an_annulment_is_told_on_its_own_day(desk: Desk) -> None:
    entry_id = await desk.register(FIRST)
    await desk.close(FIRST + timedelta(days=1))
    await desk.annul(entry_id, FIRST + timedelta(days=1))
    await desk.close(FIRST + timedelta(days=2))
    _first, second = await desk.days()
    assert (second.entries, second.annulments) == (0, 1)
    assert "Registrata due volte" in text_of(await desk.file(second))


async def test_a_day_ends_at_midnight_in_italy(desk: Desk) -> None:
    await desk.register(datetime(2026, 7, 1, 21, 59, tzinfo=UTC))
    await desk.register(datetime(2026, 7, 1, 22, 1, tzinfo=UTC))
    assert await desk.close(datetime(2026, 7, 1, 22, 20, tzinfo=UTC)) == 1
    assert await desk.close(datetime(2026, 7, 2, 22, 20, tzinfo=UTC)) == 1
    assert [one.day for one in await desk.days()] == [date(2026, 7, 1), date(2026, 7, 2)]


async def test_an_ente_with_a_seal_signs_its_days(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with unit_of_work(SYSTEM, read_only=True, bind=desk.connection) as work:
        slug = (await ente(work, desk.territory.comune_id)).slug
    key, certificate = _seal(slug)
    (tmp_path / f"{slug}.pem").write_bytes(
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()) + certificate.public_bytes(Encoding.PEM)
    )
    monkeypatch.setattr(settings(), "seals_folder", tmp_path)
    await desk.register(FIRST)
    await desk.close(FIRST + timedelta(days=1))
    (day,) = await desk.days()
    assert day.is_signed
    assert day.file_name.endswith(".pdf.p7m")
    signed = ContentInfo.load(await desk.file(day))["content"]
    content = signed["encap_content_info"]["content"].native
    assert content.startswith(b"%PDF")
    (signer,) = signed["signer_infos"]
    attributes = signer["signed_attrs"].untag().dump()
    key.public_key().verify(signer["signature"].native, attributes, ec.ECDSA(hashes.SHA256()))
    digests = {one["type"].native: one["values"].native for one in signer["signed_attrs"]}
    assert digests["message_digest"] == [hashlib.sha256(content).digest()]


async def test_a_seal_whose_key_is_another_stops_the_closing(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with unit_of_work(SYSTEM, read_only=True, bind=desk.connection) as work:
        slug = (await ente(work, desk.territory.comune_id)).slug
    (key, _own), (_other, certificate) = _seal(slug), _seal(slug)
    (tmp_path / f"{slug}.pem").write_bytes(
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()) + certificate.public_bytes(Encoding.PEM)
    )
    monkeypatch.setattr(settings(), "seals_folder", tmp_path)
    await desk.register(FIRST)
    with pytest.raises(ValueError, match="do not belong together"):
        await desk.close(FIRST + timedelta(days=1))
    assert await desk.days() == []


async def test_only_who_looks_after_the_register_of_the_ente_looks_through_it(desk: Desk) -> None:
    entry_id = await desk.register(FIRST)
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        elsewhere = await an_operator(
            work, desk.territory.neighbour_office_id, (Role.ADMIN_CLERK,), names="Ugo Altrove"
        )
        worker = await an_operator(work, desk.territory.office_id, (Role.SOCIAL_WORKER,), names="Anna Altra")
    with pytest.raises(NotFound):
        await desk.line(entry_id, elsewhere)
    with pytest.raises(NotAllowed):
        await desk.line(entry_id, worker)
    with pytest.raises(NotFound):
        await desk.annul(entry_id, FIRST, elsewhere_head(elsewhere))


async def test_lines_are_found_by_number_direction_and_day(desk: Desk) -> None:
    for day in range(3):
        await desk.register(FIRST + timedelta(days=day), f"Domanda {day}")

    async def found(**wanted: object) -> list[str]:
        async with unit_of_work(desk.clerk, read_only=True, bind=desk.connection) as work:
            rows = await protocollo_register(work, desk.clerk, RegisterFilter.model_validate(wanted))
        return [row.subject for row in rows.items]

    assert await found() == ["Domanda 2", "Domanda 1", "Domanda 0"]
    assert await found(year=2026, number=2) == ["Domanda 1"]
    assert await found(direction="outgoing") == []
    assert await found(starts_on=day_of(FIRST), ends_on=day_of(FIRST)) == ["Domanda 0"]
    assert await found(is_annulled=True) == []


async def _about(desk: Desk, application_id: UUID) -> str:
    async with unit_of_work(SYSTEM, read_only=True, bind=desk.connection) as work:
        found = await protocollo_of(work, application_id)
    assert found
    return found.label


def elsewhere_head(operator: Operator) -> Operator:
    """The same operator as the head of that office."""
    return Operator(
        operator.operator_id,
        operator.ente_id,
        operator.office_id,
        operator.enti,
        operator.family,
        frozenset({Role.OFFICE_HEAD}),
    )


def _seal(name: str) -> tuple[ec.EllipticCurvePrivateKey, x509.Certificate]:
    key = ec.generate_private_key(ec.SECP256R1())
    called = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    made = x509.CertificateBuilder().subject_name(called).issuer_name(called).public_key(key.public_key())
    made = made.serial_number(x509.random_serial_number()).not_valid_before(FIRST)
    return key, made.not_valid_after(FIRST + timedelta(days=3650)).sign(key, hashes.SHA256())
