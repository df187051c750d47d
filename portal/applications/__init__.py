"""Applications: from the first question to the answer."""
