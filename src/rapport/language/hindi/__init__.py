"""Hindi, in Devanagari: its words, its grammar of figures and dates, its rules. To be read by a native speaker."""
