"""Doors of `access` to the outside: the identity providers (CIE by OpenID Connect)."""
