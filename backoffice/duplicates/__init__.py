"""Records that may be of one person: the list, side by side, joining them, undoing it."""
