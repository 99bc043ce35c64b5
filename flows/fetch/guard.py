"""No request leaves for a private network: each connection is made to an address that was looked at first.

The name is resolved once and the connection goes to that very address, so that a name that answers differently the second
time, or a redirect, gains nothing.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable

import httpcore
import httpx

# Carries IPv4 addresses, private ones too, inside IPv6.
NAT64 = ipaddress.ip_network("64:ff9b::/96")


class PrivateAddressError(Exception):
    """A host lies in a private network, and nobody allowed that."""


class GuardedBackend(httpcore.SyncBackend):
    """httpcore's own sockets, with every address looked at before it is connected to."""

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the host's first public address. Raises `PrivateAddressError`."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except OSError as error:
            raise httpcore.ConnectError(f"{host} is not known: {error}") from error
        addresses = [str(entry[4][0]) for entry in found]
        public = [address for address in addresses if is_public(address)]
        if not public:
            meant = "" if host == addresses[0] else f"is {addresses[0]}, "
            raise PrivateAddressError(f"{host} {meant or 'is '}an address of a private network; --allow-private fetches it")
        return super().connect_tcp(public[0], port, timeout, local_address, socket_options)


def is_public(address: str) -> bool:
    """Return whether an IP address belongs to the public internet."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None:
            return is_public(str(ip.ipv4_mapped))
        if ip in NAT64:
            return is_public(str(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)))
    return ip.is_global and not ip.is_multicast


class GuardedTransport(httpx.HTTPTransport):
    """httpx's transport over guarded connections, one a host."""

    def __init__(self) -> None:
        super().__init__()
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(),
            max_connections=10,
            max_keepalive_connections=10,
            network_backend=GuardedBackend(),
        )
