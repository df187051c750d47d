"""The calls for applications: list, page, trying out the points, applying, result."""
