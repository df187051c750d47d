"""Whether an attestation that somebody was shown holds."""
