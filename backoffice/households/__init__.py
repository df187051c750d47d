"""Households of a person: seen as of a day, compared, composed, divided and joined."""
