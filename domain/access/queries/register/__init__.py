"""What the register of transactions answers."""
