"""With which other enti a record is shared."""
