"""Booking an appointment: from the need in plain words to the hour, one question a page."""
