"""The copies a person has asked for, and what goes into one."""
