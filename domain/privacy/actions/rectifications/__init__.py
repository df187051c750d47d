"""Requests to put data right."""
