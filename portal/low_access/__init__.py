"""What one may do after coming in with a one-time code."""
