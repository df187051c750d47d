"""The protocollo as a register."""
