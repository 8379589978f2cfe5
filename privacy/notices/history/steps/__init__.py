"""What is done with versions in the admin."""
