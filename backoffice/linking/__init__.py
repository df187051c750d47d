"""Linking the account of somebody from abroad to the person whom the documents show."""
