"""What a notice said and when: versions that never change, and what is in force."""
