"""Coming in with a one-time code, for steps of low risk."""
