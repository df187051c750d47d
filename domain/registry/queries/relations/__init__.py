"""What people are to each other: as rows, as a genogram, as an eco-map."""
