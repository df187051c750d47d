"""Days of the register that carry the seal of the ente."""

import hashlib
from datetime import timedelta
from pathlib import Path

import pytest
from asn1crypto.cms import ContentInfo
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from domain.organization.queries.enti import ente
from domain.platform.settings import settings
from domain.platform.work import unit_of_work
from tests.domain.documents.register.conftest import FIRST, Desk
from tests.support.given import SYSTEM


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


def _seal(name: str) -> tuple[ec.EllipticCurvePrivateKey, x509.Certificate]:
    key = ec.generate_private_key(ec.SECP256R1())
    called = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    made = x509.CertificateBuilder().subject_name(called).issuer_name(called).public_key(key.public_key())
    made = made.serial_number(x509.random_serial_number()).not_valid_before(FIRST)
    return key, made.not_valid_after(FIRST + timedelta(days=3650)).sign(key, hashes.SHA256())
