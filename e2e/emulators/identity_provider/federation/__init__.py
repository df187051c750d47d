"""A small federation for demos: a trust anchor, and the provider and the portal as its members."""
