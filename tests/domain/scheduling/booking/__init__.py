"""Booking, moving and cancelling."""
