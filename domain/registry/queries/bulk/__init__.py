"""Questions about many people at once, for archives that arrive from elsewhere."""
