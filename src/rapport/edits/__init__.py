"""Reading what people changed by hand in a finished deck, and putting their words back where they were written.

parts of a file -> deck -> pairs of slides and shapes -> changes -> words of the content -> text of its file
"""
