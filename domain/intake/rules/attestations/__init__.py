"""Attestations: their codes, and what the page says."""
