"""Archives that nobody ever kept, with faults in them: for measurements and tests."""
