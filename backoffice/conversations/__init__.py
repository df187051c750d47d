"""What people write to the offices, and what the offices answer."""
