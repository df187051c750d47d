"""The requests to be called back."""
