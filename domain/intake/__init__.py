"""What they ask: applications, from the first draft to the decision (L. 241/1990; DPR 445/2000)."""
