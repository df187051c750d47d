"""The invented people of the demonstration."""
