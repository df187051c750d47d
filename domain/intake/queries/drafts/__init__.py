"""What there is to know of drafts."""
