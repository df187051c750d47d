"""A civil registry that speaks ANPR's contracts C001 and C021, about people who do not exist.

Its people come from a file, read again at each question: who changes the file sees a move, a death or a birth arrive.
"""
