"""Trust chains: three documents that together say whether, and how, we trust a provider.

In the Italian federations nobody stands between a provider and the trust anchor, so a chain is: the provider's own
configuration, the anchor's statement about it, the anchor's own configuration.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any, Self

from domain.access.gateways.federation.constraints import check_constraints
from domain.access.gateways.federation.policy import apply_policy
from domain.access.gateways.federation.statements import Statement, TrustAnchor, mapping, read_statement
from domain.access.gateways.federation.trust_marks import checked_marks
from domain.access.gateways.jose_tokens import TokenRefused

PROVIDER = "openid_provider"
RELYING_PARTY = "openid_relying_party"


@dataclass(frozen=True)
class Chain:
    """A chain that held when it was checked; ``metadata`` are the final ones of ``kind``, after every policy."""

    anchor: str
    subject: str
    kind: str
    metadata: dict[str, Any]
    trust_marks: list[dict[str, Any]]
    issued_at: int
    expires_at: int
    documents: list[str] = field(repr=False)

    def to_text(self) -> str:
        """The chain as it is kept."""
        return json.dumps(asdict(self))

    @classmethod
    def of_text(cls, text: str) -> Self:
        """The chain that was kept."""
        return cls(**json.loads(text))


def read_anchor(anchor: TrustAnchor, token: str, *, now: datetime) -> Statement:
    """Return the anchor's configuration, believed only by the keys that we have pinned."""
    return read_statement(token, anchor.jwks, issuer=anchor.entity_id, subject=anchor.entity_id, now=now)


def read_subordinate(anchor: TrustAnchor, token: str, *, subject: str, now: datetime) -> Statement:
    """Return what the anchor says of ``subject``."""
    return read_statement(token, anchor.jwks, issuer=anchor.entity_id, subject=subject, now=now)


def check_chain(
    anchor: TrustAnchor, *, subject: str, own: str, statement: str, configuration: str, kind: str, now: datetime
) -> Chain:
    """Return the chain of ``subject`` that these documents prove; raises ``TokenRefused`` where they do not.

    ``own`` is the subject's configuration, ``configuration`` the anchor's.
    """
    root = read_anchor(anchor, configuration, now=now)
    said = read_subordinate(anchor, statement, subject=subject, now=now)
    leaf = read_statement(own, said.jwks, issuer=subject, subject=subject, now=now)
    if anchor.entity_id not in leaf.texts("authority_hints"):
        raise TokenRefused("the trust anchor is not among its authorities")
    for superior in (root, said):
        check_constraints(superior.part("constraints"), intermediates=0, subject=subject, kind=kind)
    documents = (leaf, said, root)
    marks: list[dict[str, Any]] = []
    if kind == PROVIDER:
        marks = checked_marks(anchor, root, (leaf, said), subject=subject, now=now)
    return Chain(
        anchor=anchor.entity_id,
        subject=subject,
        kind=kind,
        metadata=_final(leaf, said, kind),
        trust_marks=marks,
        issued_at=int(max(one.issued_at for one in documents).timestamp()),
        expires_at=int(min(one.expires_at for one in documents).timestamp()),
        documents=[one.token for one in documents],
    )


def _final(leaf: Statement, said: Statement, kind: str) -> dict[str, Any]:
    declared: Mapping[str, Any] = leaf.part("metadata")
    if kind not in declared:
        raise TokenRefused("not an entity of this type")
    imposed = mapping(said.part("metadata").get(kind, {}), "metadata")
    policy = mapping(said.part("metadata_policy").get(kind, {}), "metadata_policy")
    return apply_policy(policy, {**mapping(declared[kind], "metadata"), **imposed})
