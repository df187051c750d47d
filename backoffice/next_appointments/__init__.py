"""What the pages of a person say of their next appointments, and the way to book one and back."""
