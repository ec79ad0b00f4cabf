"""Reading Office files from elsewhere: zip archives and XML opened without trust, parts and what relates them."""
