"""What becomes of drafts: deleted, copied from what was sent, signed by several people."""
