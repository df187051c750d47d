"""What becomes of an appointment on its day."""
