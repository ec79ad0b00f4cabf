"""Elements of a slide -> DrawingML, one file for each family."""
