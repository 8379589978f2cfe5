"""What a notice said before, for everybody to read: list, text, difference, day, PDF."""
