"""Whether a procedure can be published: what is wrong with it, in sentences that name the place."""
