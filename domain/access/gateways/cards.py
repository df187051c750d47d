"""Cards with a chip (TS-CNS, CNS): the certificate that the TLS proxy has asked for, checked again here.

The proxy has seen that the browser holds the key. That an authority of ours has issued the certificate, that it is for
signing in, in force and not revoked is checked again, so a proxy set up carelessly lets nobody in.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from domain.access.gateways.identities import Identity, Level, RefusalKind, SignInRefused
from domain.access.terms import Way
from domain.kernel.clock import day_of
from domain.kernel.codice_fiscale import LENGTH, born_on, check_form

LARGEST = 16 * 1024
SMALLEST_RSA = 2048
GOOD = "SUCCESS"
NONE = "NONE"
_IN_NAME = re.compile(r"([A-Z0-9]{16})(?:/.*)?", re.DOTALL)
_IN_SERIAL = re.compile(r"(?:TINIT-|IT:|PNOIT-)?([A-Z0-9]{16})")


@dataclass(frozen=True)
class CardProof:
    """What the proxy tells: its verdict (``SUCCESS``, ``NONE`` or ``FAILED:reason``) and the certificate, as PEM."""

    verdict: str
    certificate: str


def card_identity(proof: CardProof, authorities: Path, revocations: Sequence[Path], now: datetime) -> Identity:
    """The person of the card. Refuses SignInRefused: no card, expired, revoked, of somebody we do not trust."""
    _check_verdict(proof.verdict)
    leaf = _read(proof.certificate)
    issuer = _issuer(leaf, authorities)
    for one in (issuer, leaf):
        if not one.not_valid_before_utc <= now <= one.not_valid_after_utc:
            raise SignInRefused(RefusalKind.CARD_EXPIRED, "certificate out of its period")
    _check_use(leaf)
    _check_revocation(leaf, issuer, revocations, now)
    return _identity(leaf, issuer, day_of(now))


def _check_verdict(verdict: str) -> None:
    if verdict == GOOD:
        return
    told = verdict.lower()
    if verdict in ("", NONE):
        raise SignInRefused(RefusalKind.CARD_MISSING, "no certificate")
    if "expired" in told:
        raise SignInRefused(RefusalKind.CARD_EXPIRED, "proxy: expired")
    if "revoked" in told:
        raise SignInRefused(RefusalKind.CARD_REVOKED, "proxy: revoked")
    raise SignInRefused(RefusalKind.CARD_UNKNOWN, "proxy: refused")


def _read(pem: str) -> x509.Certificate:
    if len(pem) > LARGEST:
        raise SignInRefused(RefusalKind.CARD_UNKNOWN, "certificate too large")
    try:
        return x509.load_pem_x509_certificate(pem.encode("ascii"))
    except ValueError:
        raise SignInRefused(RefusalKind.CARD_UNKNOWN, "no readable certificate") from None


def _issuer(leaf: x509.Certificate, authorities: Path) -> x509.Certificate:
    """The authority that has issued ``leaf``: each stands in our list itself, so the chain is one step long."""
    for authority in _authorities(str(authorities), authorities.stat().st_mtime_ns):
        try:
            leaf.verify_directly_issued_by(authority)
        except (ValueError, TypeError, InvalidSignature):
            continue
        if _may_issue(authority):
            return authority
    raise SignInRefused(RefusalKind.CARD_UNKNOWN, "issued by nobody we trust")


@lru_cache(maxsize=4)
def _authorities(path: str, _changed_at: int) -> tuple[x509.Certificate, ...]:
    return tuple(x509.load_pem_x509_certificates(Path(path).read_bytes()))


def _may_issue(authority: x509.Certificate) -> bool:
    try:
        is_authority = authority.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
        return is_authority and authority.extensions.get_extension_for_class(x509.KeyUsage).value.key_cert_sign
    except (x509.ExtensionNotFound, ValueError):
        return False


def _check_use(leaf: x509.Certificate) -> None:
    try:
        usage = leaf.extensions.get_extension_for_class(x509.KeyUsage).value
        purposes = leaf.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    except (x509.ExtensionNotFound, ValueError):
        raise SignInRefused(RefusalKind.CARD_UNKNOWN, "certificate does not say what it is for") from None
    key = leaf.public_key()
    if isinstance(key, rsa.RSAPublicKey) and key.key_size < SMALLEST_RSA:
        raise SignInRefused(RefusalKind.CARD_UNKNOWN, "key too short")
    if not usage.digital_signature or ExtendedKeyUsageOID.CLIENT_AUTH not in purposes:
        raise SignInRefused(RefusalKind.CARD_UNKNOWN, "certificate is not for signing in")


def _check_revocation(
    leaf: x509.Certificate, issuer: x509.Certificate, revocations: Sequence[Path], now: datetime
) -> None:
    """Where lists are named, one of the issuer must be there and be fresh: what cannot be looked up is not let in."""
    if not revocations:
        return
    read = [_list(str(path), path.stat().st_mtime_ns) for path in revocations]
    ours = [one for one in read if one.issuer == issuer.subject and _is_signed(one, issuer)]
    if any(one.get_revoked_certificate_by_serial_number(leaf.serial_number) is not None for one in ours):
        raise SignInRefused(RefusalKind.CARD_REVOKED, "in the list of revoked cards")
    if not any(one.next_update_utc is not None and one.next_update_utc >= now for one in ours):
        raise SignInRefused(RefusalKind.UNAVAILABLE, "no fresh list of revoked cards")


@lru_cache(maxsize=16)
def _list(path: str, _changed_at: int) -> x509.CertificateRevocationList:
    content = Path(path).read_bytes()
    is_pem = content.lstrip().startswith(b"-----BEGIN")
    return x509.load_pem_x509_crl(content) if is_pem else x509.load_der_x509_crl(content)


def _is_signed(one: x509.CertificateRevocationList, issuer: x509.Certificate) -> bool:
    key = issuer.public_key()
    try:
        return isinstance(key, rsa.RSAPublicKey | ec.EllipticCurvePublicKey) and one.is_signature_valid(key)
    except (TypeError, ValueError):
        return False


def _identity(leaf: x509.Certificate, issuer: x509.Certificate, today: date) -> Identity:
    code = _codice_fiscale(leaf)
    birthday = born_on(code, today)
    if birthday is None:
        raise SignInRefused(RefusalKind.CARD_UNKNOWN, "codice fiscale without birthday")
    return Identity(
        way=Way.CNS,
        issuer=issuer.subject.rfc4514_string(),
        subject=code,
        level=Level.THREE,
        codice_fiscale=code,
        given_name=_word(leaf, NameOID.GIVEN_NAME) or "",
        family_name=_word(leaf, NameOID.SURNAME) or code,
        born_on=birthday,
    )


def _codice_fiscale(leaf: x509.Certificate) -> str:
    for name, form in ((NameOID.COMMON_NAME, _IN_NAME), (NameOID.SERIAL_NUMBER, _IN_SERIAL)):
        found = form.fullmatch((_word(leaf, name) or "").upper())
        if found is None or len(found[1]) != LENGTH:
            continue
        try:
            return check_form(found[1])
        except ValueError:
            continue
    raise SignInRefused(RefusalKind.CARD_UNKNOWN, "no codice fiscale in the certificate")


def _word(leaf: x509.Certificate, name: x509.ObjectIdentifier) -> str | None:
    found = leaf.subject.get_attributes_for_oid(name)
    return str(found[0].value) if len(found) == 1 else None
