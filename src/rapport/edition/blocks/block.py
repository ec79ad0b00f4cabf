"""The union of all blocks, written once."""

from __future__ import annotations

from rapport.edition.blocks.figures import Chart, Comparison, Image, KeyFigures, Table, Timeline
from rapport.edition.blocks.lists import Contacts, Glossary, StatusKey
from rapport.edition.blocks.words import Bullets, Callout, Heading, Messages, Paragraph, Questions, Quote

Block = (
    Paragraph
    | Heading
    | Bullets
    | KeyFigures
    | Table
    | Chart
    | Timeline
    | Callout
    | Quote
    | Questions
    | Messages
    | Comparison
    | Image
    | Glossary
    | Contacts
    | StatusKey
)
