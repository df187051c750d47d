"""The protocollo: looking through it, annulling a line, the closed days."""
