"""What people are to each other is written down, changed and put right; what was written before stays."""
