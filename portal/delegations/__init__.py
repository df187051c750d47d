"""Delegations: giving one, answering one, taking one back."""
