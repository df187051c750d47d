"""The rights of the people whose data we keep: who read them, and what can be asked (GDPR art. 15-22)."""
