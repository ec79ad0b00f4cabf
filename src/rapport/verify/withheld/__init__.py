"""What an audience may not see, looked for in everything that a file carries, seen or not."""
