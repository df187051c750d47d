"""The messages that we have written."""
