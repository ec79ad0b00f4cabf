"""British English: the fixed words of the documents."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from rapport.language.vocabulary import Vocabulary

ENGLISH_WORDS: Final = Vocabulary(
    qualifiers=MappingProxyType(
        {
            "": "",
            "exactly": "",
            "at-least": "at least",
            "more-than": "more than",
            "nearly": "nearly",
            "about": "about",
            "up-to": "up to",
            "to-the-amount-of": "to the amount of",
            "less-than": "less than",
        }
    ),
    statuses=MappingProxyType(
        {
            "achieved": "Achieved",
            "reserved": "Reserved",
            "planned": "Planned",
            "promised": "Promised",
            "announced": "Announced",
            "estimated": "Estimated",
            "target": "Target",
            "to-confirm": "To be confirmed",
        }
    ),
    conjunctions=MappingProxyType({"and": "and", "or": "or"}),
    range="to",
    from_to="from {1} to {2}",
    axis="in {1}",
    furniture=MappingProxyType(
        {
            "page": "page {1} of {2}",
            "page-short": "{1}/{2}",
            "continued": "(continued)",
            "contents": "Contents",
            "source": "Source",
            "sources": "Sources",
            "source-line": "Source: {1}",
            "as-of": "Data as of {1}",
            "after-as-of": "after the data cut-off",
            "copy": "Copy no.\u00a0{1} — {2}",
            "not-stated": "not stated",
            "note": "Note",
            "notes": "Notes",
            "table": "Table",
            "table-numbered": "Table\u00a0{1}",
            "figure": "Figure",
            "figure-numbered": "Figure\u00a0{1}",
            "chart": "Chart",
            "glossary": "Glossary",
            "acronyms": "Acronyms",
            "contacts": "Contacts",
            "annex": "Annex",
            "annex-numbered": "Annex\u00a0{1}",
            "draft": "Draft",
            "version": "Version {1}",
            "version-of": "Version {1} of {2}",
            "embargo": "Under embargo until {1}",
            "release": "For immediate release",
            "public": "Public document",
            "key-figures": "Key figures",
            "key-message": "Key message",
            "timeline": "Timeline",
            "done": "Achieved",
            "upcoming": "Upcoming",
            "target-panel": "Target",
            "achieved-panel": "Achieved",
            "status": "Status",
            "status-key": "How to read the statuses",
            "indicator": "Indicator",
            "value": "Value",
            "period": "Period",
            "date": "Date",
            "question": "Question",
            "answer": "Answer",
            "questions": "Questions and answers",
            "speaking-points": "Speaking points",
            "no-sum": "Amounts of different status do not add up.",
            "panels-not-comparable": "The two parts of the chart do not compare.",
            "to-confirm": "[TO BE CONFIRMED]",
            "paragraph": "§\u00a0{1}",
            "see-page": "see page\u00a0{1}",
            "slide": "slide {1} of {2}",
            "accessibility": "Accessible document: PDF/UA-1",
            "alternative": "{1}: {2}",
        }
    ),
)
