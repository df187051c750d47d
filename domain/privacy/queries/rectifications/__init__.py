"""Requests to put data right: one, those of a citizen, those that wait."""
