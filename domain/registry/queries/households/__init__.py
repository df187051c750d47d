"""Households of a person: which, on which day, and one beside another."""
