"""Booking, moving and cancelling appointments."""
