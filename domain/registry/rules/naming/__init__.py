"""How people are called, and how it is told that two ways of writing are the same name: pure rules, no database."""
