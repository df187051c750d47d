"""Which enti there are, and what one that has just been opened still lacks."""
