"""The texts of a brief as a Word document for review, and what reviewers made of them.

edition -> script -> document      a document that came back -> revised paragraphs
"""
