"""A draft of a procedure: its states and transitions one by one, its rules, putting it in force or throwing it away."""
