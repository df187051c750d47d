"""Commands about how people are found."""
