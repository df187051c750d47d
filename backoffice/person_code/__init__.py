"""A provisional code gives way to the codice fiscale."""
