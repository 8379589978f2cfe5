"""The steps of a request as pages of the admin: forms, the table that joins them to the actions, and the views."""
