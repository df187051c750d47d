"""The settings of sign-in: SPID, CIE, eIDAS, cards, and the keys for them."""

from pathlib import Path
from urllib.parse import urlsplit

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings

SHORTEST_SECRET = 32
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class IdentitySettings(BaseSettings):
    """How people come in. Everything is off until the ente has enrolled; addresses of others are never constants."""

    ipa_code: str = Field("", description="Code of the ente in the index of public administrations (IPA).")
    organization_name: str = Field("", description="Name of the ente as the SPID and CIE registers write it.")
    organization_url: str = Field("", description="Website of the ente.")
    organization_email: str = Field("", description="Institutional mailbox (for CIE a PEC) for the federations.")
    organization_phone: str = Field("", description="Telephone for the federations: +39 and no blanks.")
    organization_municipality: str = Field("", description="Belfiore code of the comune, which CIE by SAML asks for.")
    organization_locality: str = Field("", description="Town of the ente, for the SAML certificate.")
    identity_keys_folder: Path | None = Field(None, description="Folder of the keys made by `sportello identity keys`.")
    spid: bool = Field(False, description="Sign-in with SPID (SAML).")
    cie_saml: bool = Field(False, description="Sign-in with CIE by SAML, for bodies enrolled that way.")
    eidas: bool = Field(False, description="Sign-in through the Italian eIDAS node.")
    saml_binding: str = Field("post", pattern="^(post|redirect)$", description="How SAML requests leave.")
    saml_comparison: str = Field(
        "minimum",
        pattern="^(exact|minimum|better|maximum)$",
        description="How the level asked compares.",
    )
    sign_in_level: int = Field(2, ge=1, le=3, description="Level asked of SPID and CIE.")
    saml_registry_urls: dict[str, str] = Field(
        default_factory=dict, description="Addresses of signed provider metadata, by way: spid, cie, eidas."
    )
    saml_registry_certificate: Path | None = Field(
        None, description="PEM certificates that sign the registries; without it nothing is fetched from them."
    )
    saml_metadata_files: dict[str, list[Path]] = Field(
        default_factory=dict, description="Further provider metadata from files, by way, for acceptance tests."
    )
    federation: bool = Field(False, description="Sign-in with CIE by OpenID Connect Federation.")
    federation_client_id: str = Field("", description="Our name in the federation; the portal's address if empty.")
    trust_anchors: dict[str, Path] = Field(
        default_factory=dict, description="Trust anchors: identifier to the file (JWKS) with its pinned keys."
    )
    spid_trust_anchors: list[str] = Field(
        default_factory=list, description="Those of trust_anchors whose providers vouch for SPID; the others for CIE."
    )
    trust_mark_files: list[Path] = Field(
        default_factory=list, description="Trust marks to publish besides those the trust anchor's statement carries."
    )
    userinfo_key_encryption: str = Field(
        "RSA-OAEP", pattern="^(RSA-OAEP|RSA-OAEP-256)$", description="Key encryption registered for userinfo."
    )
    userinfo_content_encryption: str = Field(
        "A256CBC-HS512", pattern="^(A128CBC-HS256|A256CBC-HS512)$", description="Content encryption for userinfo."
    )
    complete_userinfo: bool = Field(True, description="Demand iss, aud, iat and exp in userinfo; false for some tests.")
    card_header_secret: SecretStr = Field(
        SecretStr(""), description="Secret by which the TLS proxy proves its card headers; empty turns cards off."
    )
    card_authorities: Path | None = Field(None, description="PEM certificates of the authorities that issue cards.")
    card_url: str = Field("", description="Address at which the TLS proxy reads cards; empty shows no way in by card.")
    card_revocations: list[Path] = Field(
        default_factory=list, description="Lists of revoked cards (CRL, PEM or DER), looked at besides the proxy."
    )
    sms_url: str = Field("", description="https address of the SMS gateway; empty sends none.")
    sms_token: SecretStr = Field(SecretStr(""), description="Bearer token of the SMS gateway.")
    demo_identity_provider: bool = Field(False, description="Accept the demo identity providers; never in production.")
    loopback_development: bool = Field(
        False, description="For acceptance tests on one machine: http and plain cookies, for loopback addresses only."
    )

    def identity_problems(self) -> list[str]:
        """Why these settings must not sign in real people; empty when they may."""
        problems = []
        if self.demo_identity_provider:
            problems.append("demo_identity_provider: the demo identity provider signs in anybody as anybody")
        if self.loopback_development:
            problems.append("loopback_development: only for tests on one machine")
        if (self.spid or self.cie_saml or self.eidas or self.federation) and self.identity_keys_folder is None:
            problems.append("identity_keys_folder: signing in needs keys")
        card_secret = self.card_header_secret.get_secret_value()
        if card_secret and (self.card_authorities is None or len(card_secret) < SHORTEST_SECRET):
            problems.append("card_header_secret: cards need card_authorities, and a secret of 32 characters or more")
        if self.sms_url and urlsplit(self.sms_url).scheme != "https":
            problems.append("sms_url: the gateway must be reached by https")
        return problems


def is_loopback(address: str) -> bool:
    """Whether a web address leads to this very machine."""
    return urlsplit(address).hostname in LOOPBACK
