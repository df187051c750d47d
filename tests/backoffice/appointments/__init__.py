"""Appointments at the desk."""
