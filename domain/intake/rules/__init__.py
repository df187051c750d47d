"""What is a right answer, what is missing, by when the office answers: pure functions over forms and answers."""
