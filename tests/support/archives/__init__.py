"""Old archives brought in, and the tables compared with those of before."""
