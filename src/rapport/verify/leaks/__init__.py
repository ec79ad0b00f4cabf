"""What a file holds beside what it shows: who made it, what was hidden, cut away, remarked or said to others."""
