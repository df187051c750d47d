"""Households are composed, changed, divided and joined; what was written before stays."""
