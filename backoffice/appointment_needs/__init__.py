"""Why people may ask to be seen: the words that they read, and what each takes."""
