"""Points by the criteria of a bando: tried out, counted, told, and written down without names."""
