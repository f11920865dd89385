"""What is typed in this room, and what each act does with it."""
