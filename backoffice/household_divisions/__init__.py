"""Households that divide, and households that become one."""
