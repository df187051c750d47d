"""What am I entitled to? The pages that citizens and operators share: one question, then services with reasons."""
