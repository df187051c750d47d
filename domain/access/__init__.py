"""Who comes in: accounts, sign-in, sessions, the right to act for others (CAD art. 64; GDPR art. 32)."""
