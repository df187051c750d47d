"""What `sportello demo` is made of: its folder, its database, its programs, whom one may sign in as."""
