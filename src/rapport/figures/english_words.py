"""By which words English documents are judged: statuses, qualifiers, and what makes a sentence English."""

from __future__ import annotations

from rapport.figures.words import JudgedWords

ENGLISH_WORDS = JudgedWords(
    called="anglais",
    statuses={
        "achieved": ("completed", "achieved", "done", "delivered"),
        "measured": ("measured", "observed"),
        "in-progress": ("in progress", "under way", "ongoing"),
        "provisional": ("provisional", "preliminary"),
        "adopted": ("adopted", "passed", "voted"),
        "projected": ("projected", "projection", "forecast"),
        "reserved": ("reserved",),
        "planned": ("planned",),
        "promised": ("pledged", "promised"),
        "announced": ("announced",),
        "estimated": ("estimated",),
        "target": ("target",),
        "to-confirm": ("to be confirmed", "to confirm"),
    },
    said={
        "in-progress": ("in progress", "under way", "underway", "ongoing", "continu*", "under construction", "so far"),
        "provisional": ("provisional*", "prelimin*"),
        "adopted": (
            *(
                "adopt*",
                "pass",
                "passed",
                "passes",
                "vote*",
                "voting",
                "agreed",
                "set",
                "sets",
                "committed",
                "commitment*",
            ),
            *("commits", "approv*", "allocat*", "enact*"),
        ),
        "projected": ("projected", "projection*", "projects to", "forecast*", "scenario*", "expect*", "will", "by 20*"),
        "reserved": ("reserve", "reserves", "reserved", "reserving", "reservation*"),
        "planned": (
            *("plan", "plans", "planned", "planning", "will", "schedul*", "expect*", "due", "propos*", "upcoming"),
        ),
        "promised": ("promise", "promises", "promised", "pledg*", "commit", "commits", "committed", "commitment*"),
        "announced": ("announc*",),
        "estimated": ("estimat*", "assess*", "put at"),
        "target": ("target*", "aim", "aims", "aimed", "aiming", "goal*", "objective*", "by 20*"),
    },
    qualifiers={
        "more-than": ("more than", "over"),
        "at-least": ("at least",),
        "nearly": ("nearly", "almost"),
        "about": ("about", "around", "approximately"),
        "up-to": ("up to",),
        "less-than": ("less than", "fewer than", "under"),
        "to-the-amount-of": ("amounting to", "to the tune of", "to the amount of", "worth"),
    },
    little=frozenset(
        """
        a an and are as at be been by for from has have in is it its not of on or our that the their these they this to
        was we were which who will with you your
        """.split()
    ),
)
