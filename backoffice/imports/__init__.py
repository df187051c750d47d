"""Old archives brought in: files, columns, trial, writing, undoing."""
