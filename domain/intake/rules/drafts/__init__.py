"""Rules of drafts: for how long they are kept, and what of earlier answers they take over."""
