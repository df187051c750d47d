"""What the civil registry says of people, beside what we hold of them."""
