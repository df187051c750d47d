"""The queue of jobs: the program that works through it, and the jobs that were given up."""
