"""Who is asked to sign, and who has signed."""
