"""A campaign: its tasks, the workers that do them, the records of what is done, the registers at the end."""
