"""The queue of the examination (istruttoria), and what is done with many applications at once."""
