"""The day of an office: who is expected, who is there."""
