"""Appointments at the desk: the sheet of the day, who arrives, booking for others."""
