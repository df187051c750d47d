"""The account of the ente: its own identity provider, and what its groups may do here."""
