"""Where a provider's name leads, before we call it: to public addresses only, and to the very ones checked."""

import asyncio
import ipaddress
import socket

import httpx

LOOPBACK_ALLOWED = "sportello.loopback"
"""The key of a request's extensions that lets development reach this machine."""

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
# A cloud's own service that answers on a public address to its virtual machines only.
_NEVER = frozenset({ipaddress.IPv4Address("168.63.129.16")})
_Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class PublicOnly(httpx.AsyncBaseTransport):
    """Connects to addresses of the public internet only.

    A name is looked up once, every address it leads to is judged, and the connection goes to one of them: a name
    that answers differently a moment later (DNS rebinding) gains nothing.
    """

    def __init__(self, inner: httpx.AsyncBaseTransport | None = None) -> None:
        self._inner = inner or httpx.AsyncHTTPTransport(retries=0)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send the request to a checked address; ConnectError when there is none."""
        host = request.url.host
        address = await _checked_address(request, loopback=bool(request.extensions.get(LOOPBACK_ALLOWED)))
        pinned = httpx.Request(
            request.method,
            request.url.copy_with(host=address),
            headers=request.headers,  # the Host header still names the provider
            stream=request.stream,
            extensions={**request.extensions, "sni_hostname": host},
        )
        return await self._inner.handle_async_request(pinned)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._inner.aclose()


async def _checked_address(request: httpx.Request, *, loopback: bool) -> str:
    port = request.url.port or (443 if request.url.scheme == "https" else 80)
    try:
        loop = asyncio.get_running_loop()
        found = await loop.getaddrinfo(request.url.host, port, type=socket.SOCK_STREAM)
    except OSError:
        raise httpx.ConnectError("name not found", request=request) from None
    addresses = [ipaddress.ip_address(str(one[4][0]).partition("%")[0]) for one in found]
    if not addresses or not all(is_allowed(address, loopback=loopback) for address in addresses):
        raise httpx.ConnectError("address not allowed", request=request)
    return str(addresses[0])


def is_allowed(address: _Address, *, loopback: bool) -> bool:
    """Whether a server of ours may connect there: public unicast; besides, in development, this machine."""
    inside = _inside(address)
    if inside is not None:
        return is_allowed(inside, loopback=loopback)
    if address.is_loopback:
        return loopback
    return address.is_global and not address.is_multicast and not address.is_reserved and address not in _NEVER


def _inside(address: _Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 one carries inside (mapped, 6to4, NAT64), if it does."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour
