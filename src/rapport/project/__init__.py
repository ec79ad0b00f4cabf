"""A project on disk and what is made of it: stages strung together for the commands and for programs."""
