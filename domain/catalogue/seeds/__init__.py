"""The services with which a new ente starts: home care with its whole form, and the cards of two more."""
