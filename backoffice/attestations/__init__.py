"""Attestations handed out at the desk, and what the ente lets them say."""
