"""Booking on the portal."""
