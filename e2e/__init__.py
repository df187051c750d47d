"""Journeys through the running sites in a browser, and what they need around them."""
