"""Asking the civil registry, and deciding on what it says."""
