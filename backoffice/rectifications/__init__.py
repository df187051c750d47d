"""Requests to put data right: what waits, and the answers."""
