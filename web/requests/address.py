"""From where a request comes, for counting tries: never shown, never written down as it is."""

from ipaddress import IPv6Address, ip_address
from typing import Any

from litestar import Request

IPV6_NETWORK_BITS = 64


def address_of(request: Request[Any, Any, Any]) -> str:
    """The address of the browser; empty when it cannot be known.

    A peer on our own network, or behind a socket, is the proxy in front of us, which appends the browser's address to
    ``X-Forwarded-For``: what stood there before may be invented. One who has IPv6 has a whole network (/64): it counts
    as one.
    """
    peer = _read(request.client.host if request.client else "")
    if peer is None or peer.is_private or peer.is_loopback:
        peer = _read(request.headers.get("x-forwarded-for", "").rpartition(",")[2].strip()) or peer
    if isinstance(peer, IPv6Address) and peer.ipv4_mapped is None:
        return str(int(peer) >> (128 - IPV6_NETWORK_BITS))
    return str(peer) if peer is not None else ""


def _read(text: str) -> Any:
    try:
        return ip_address(text)
    except ValueError:
        return None
