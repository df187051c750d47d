"""Attestations: what is known of the applications, as a paper that can be checked."""
