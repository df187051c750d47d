"""The services on offer: list, search and card."""
