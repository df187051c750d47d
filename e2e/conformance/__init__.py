"""Our sign-in judged by the public conformity tools, each in an environment of its own."""
