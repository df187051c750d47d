"""What we write to people: letters and notices, in their language, by their channel (L. 241/1990 art. 7-8)."""
