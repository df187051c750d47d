"""A person: what is known, since when and from whom, and how it is put right."""
