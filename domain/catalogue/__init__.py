"""What we offer: services, their cards, forms and terms, as versioned data of each ente (L. 241/1990 art. 2; D.Lgs. 33/2013)."""
