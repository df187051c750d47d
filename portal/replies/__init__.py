"""What a citizen answers to the office after sending: what is missing, observations, a request to look again."""
