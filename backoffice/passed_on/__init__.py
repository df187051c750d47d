"""Sheets sent to other offices, proposals to take charge."""
