"""Which addresses of the network a page may be fetched from: public ones, and no others."""

from __future__ import annotations

import ipaddress
from ipaddress import IPv4Address, IPv6Address

CLOSED = tuple(
    ipaddress.ip_network(text)
    for text in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
        "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24",
        "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24",
        "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        "::/96", "::ffff:0:0/96", "::ffff:0:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64",
        "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20", "5f00::/16",
        "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
    )
)  # fmt: skip
"""Networks set aside by the registries of special addresses: private, shared (CGNAT), loopback,
link-local, multicast, reserved, for documents and tests; and of IPv6 those that hold an address of
IPv4 (mapped, translated, NAT64, 6to4, Teredo), which a translator would send anywhere."""
UNICAST = ipaddress.ip_network("2000::/3")
"""All of IPv6 that is given out to anybody in public."""


def public(text: str) -> bool:
    """Whether an address, such as ``192.0.2.1``, is a public one.

    One with a scope (``fe80::1%eth0``) is not, and what is no address is not.
    """
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return False
    if isinstance(address, IPv6Address) and (address.scope_id or address not in UNICAST):
        return False
    return address.is_global and not address.is_multicast and not _closed(address)


def _closed(address: IPv4Address | IPv6Address) -> bool:
    return any(address.version == network.version and address in network for network in CLOSED)
