"""Values and plain-keyboard text -> words, figures and dates as a language prints them."""
