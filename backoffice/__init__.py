"""The operators' site: screens only."""
