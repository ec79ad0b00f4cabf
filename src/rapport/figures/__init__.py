"""A text -> the quantities and dates it states, read independently of the language that wrote them."""
