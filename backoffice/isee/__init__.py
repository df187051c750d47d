"""The ISEE of a person: which one counts, all that was written, and the form for a certificate."""
