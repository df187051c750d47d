"""Half-way in: the second factor, a password that is due, the first app or passkey, the recovery codes."""
