"""Writing a version of a plan, a few fields at a time."""
