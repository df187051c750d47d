"""The steps of the jobs: each in a transaction of its own."""
