"""What a call for applications says, when it is open, and how its points are counted."""
