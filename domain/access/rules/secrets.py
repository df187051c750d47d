"""Random tokens, their hashes, and sealing of small secrets: pure functions over a key."""

from domain.platform.tokens import derived_token, fingerprint, new_token, seal, unseal

__all__ = ["derived_token", "fingerprint", "new_token", "seal", "unseal"]
