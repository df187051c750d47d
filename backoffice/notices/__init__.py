"""What an operator is told of."""
