"""Applications that an operator fills in with the person, at the desk, and those copied from paper."""
