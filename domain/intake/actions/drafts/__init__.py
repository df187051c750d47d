"""The life of drafts: copied, kept for a time, deleted."""
