"""What can be known of a person: the fields of each kind, who may read it, and what of it a letter or a list needs."""
