"""Values and plain-keyboard text -> words, figures and dates as a language prints them; sole user of Babel and pyphen."""
