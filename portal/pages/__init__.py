"""Pages of text: help, contacts, law."""
