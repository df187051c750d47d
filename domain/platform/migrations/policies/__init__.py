"""Row-level security of each topic, as migrations lay it down. Frozen once released."""
