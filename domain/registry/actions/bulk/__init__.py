"""Many people written, or taken back, at once: for archives that arrive from elsewhere."""
