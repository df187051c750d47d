"""What lies beyond this process: whom we trust when we call, and programs that work for us with less power."""
