"""The outside world of the registry."""
