"""How a person is safely reached, said at the desk."""
