"""Reading what people send: images, PDF and signed containers, with libraries that the rest need not know."""
