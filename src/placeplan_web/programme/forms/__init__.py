"""What is typed to do something with a record, a module for each noun."""
