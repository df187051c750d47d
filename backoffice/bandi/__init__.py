"""The calls for applications: written, published, their applications with points, and the result."""
