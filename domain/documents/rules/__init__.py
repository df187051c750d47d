"""What may become a document, as plain values and pure functions."""
