"""Opening a protected person's file in an emergency, and who has done it."""
