"""What is known from the civil registry, and what waits for a decision."""
