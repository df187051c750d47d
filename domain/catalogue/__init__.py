"""What we offer: services, cards, forms and terms, as versioned data of each ente.

Law: L. 241/1990 art. 2; D.Lgs. 33/2013.
"""
