"""What the checks find in the pages of the site: read, set aside, asked at publication, stored."""
