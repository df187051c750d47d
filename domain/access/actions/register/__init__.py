"""What auditors and the clock do with the register of transactions; sign-ins write it by ``write_transaction``."""
