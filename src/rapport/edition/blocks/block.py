"""The union of all blocks, written once."""

from __future__ import annotations

from rapport.edition.blocks.bullets import Bullets
from rapport.edition.blocks.callout import Callout
from rapport.edition.blocks.chart import Chart
from rapport.edition.blocks.comparison import Comparison
from rapport.edition.blocks.contacts import Contacts
from rapport.edition.blocks.glossary import Glossary
from rapport.edition.blocks.image import Image
from rapport.edition.blocks.key_figures import KeyFigures
from rapport.edition.blocks.messages import Messages
from rapport.edition.blocks.paragraph import Paragraph
from rapport.edition.blocks.questions import Questions
from rapport.edition.blocks.quote import Quote
from rapport.edition.blocks.status_key import StatusKey
from rapport.edition.blocks.table import Table
from rapport.edition.blocks.timeline import Timeline

Block = (
    Paragraph
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
