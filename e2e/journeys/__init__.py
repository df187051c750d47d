"""Journeys: what a person wants, from the first page to the last."""
