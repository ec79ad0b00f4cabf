"""How English names with numbers: acts, places, hours, sets and periods that nobody would ask a source for."""

from __future__ import annotations

import re
from functools import cache

from rapport.figures.naming import LIST, POINTED, Naming, label_pattern

LABELS = """
    article|art|paragraph|para|recital|annex|appendix|table|chart|figure|fig|box|map|chapter|ch|title|section
    sec|part|page|pp?|point|tab|line
    column|note|book|volume|vol|number|item|document|slide|sheet|target|goal|SDG|action|measure|recommendation
    proposal|axis|strand|pillar
    priority|commitment|question|answer|lot|block|phase|stage|step|level|class|category|group|zone|sector
    division|tier|rank|grade|scale
    option|scenario|assumption|variant|case|example|test|wave|series|edition|version|round|cycle|act|session
    workshop|room|office|building|floor
    gate|hall|stand|platform|terminal|panel|table|entrance|seat|week|day|quarter|half|year|flight|train|bus
    route|motorway|junction|exit
    protocol|convention|resolution|decision|regulation|directive|law|decree|order|opinion|case|bill|amendment
    motion|report|programme|mission
    scope|generation|type|model|form|standard|indicator|criterion|channel|code|horizon|agenda|no
    schedule|clause|rule|subsection|paragraphs|footnote|drawing|exhibit|band|tranche|plot|bay|ward|unit|appendices
    control period|framework|release
"""
NOUNS = [noun for line in LABELS.split("\n") for noun in line.strip(" ").split("|") if noun]
PASSAGES = (
    r"(?:article|art|paragraph|para|recital|annex|appendix|table|chart|figure|fig|box|map|chapter|ch|title|section|sec|"
    r"part|point|note|footnote|item|slide|sheet|target|goal|SDG|action|recommendation|proposal|commitment|question|"
    r"answer|lot|phase|step|option|variant|case|example|edition|version|release|room|office|gate|protocol|resolution|"
    r"decision|regulation|directive|programme|mission|model|standard|indicator|criterion|schedule|clause|rule|"
    r"subsection|exhibit|framework)"
)
"""What has places within it, or a number of parts: "section 9.1", "version 2.1"; "level 2.5" measures."""
PLACES = r"\d+(?:\.\d+)+(?:(?:, |,? and | to |–|-)\d+(?:\.\d+)+)*"
VERBS = r"(?:call|phone|order|report|test|measure|book|vote|question|answer|seat|train|document|release|rank)"
THIRD_PERSONS = r"(?:numbers|groups|targets|stages|boxes|blocks|maps|plots|models|grades)"
"""Nouns with numbers that are verbs too: "the hall seats 250"; a "key stage" is none."""
DETERMINERS = (
    r"(?:the|an?|this|that|these|those|each|every|our|your|their|its|his|her|in|of|on|at|by|for|from|under|over|after|"
    r"before|since|until|with|without|see|new|first|second|last|next|per|to)"
)
"""What stands before a noun, and not before the verb of a sentence."""
WHOLES = r"\d|two|three|four|five|six|ten|twenty|a hundred"
"""What a number is a part of: "four out of ten"."""
PEOPLE = r"(?:people|men|women|children|staff|police)"
SCALE = r"(?:thousand|million|billion|trillion|bn|m)(?!\w)"
UNLABELLED = (
    r"(?:The|A|An|In|At|On|Of|By|For|With|From|To|And|Or|Over|About|Some|Only|All|These|Those|Our|Their|Its|"
    r"Since|After|Before|Nearly|Up|Under|Between|EUR|USD|GBP|That|This|If|Is|Are|Was|Were|Has|Have|Total|We|"
    r"They|It|Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
"""Words with a capital that a number after them does not belong to."""
WAYS = (
    r"Street|St|Road|Rd|Avenue|Ave|Lane|Square|Place|Gardens|Row|Way|Drive|Court|Terrace|Hill|Walk|Boulevard|Crescent|"
    r"Close|Quay|Wharf|Embankment|Parade"
)


english_naming = cache(
    lambda: Naming(
        phrases=(
            r"(?i:(?<!\w)(?:no\.|nos\.|art\.|p\.|pp\.|§|ch\.|fig\.|para\.|vol\.|sec\.|"
            r"ed\.) ?[\w./-]*\d[\w./-]*(?:(?:, and |, ?| and | to |-|–)\d[\w./-]*)*)",
            r"(?i:(?<!\w)(?:articles?|acts?|laws?|decrees?|regulations?|directives?|decisions?|resolutions?)"
            r"(?: \([A-Z]+\))?(?: no\.?)? ?\d[\w./-]*(?:(?:, and |, | and | to )\d[\w./-]*)*"
            rf"(?![\w]| ?[%€£$]| {SCALE}))",
            r"(?i:(?<![\w.])\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|a\.m\.|p\.m\.)(?!\w))",
            r"(?<![\w.])\d{1,2}:\d\d(?:(?: ?[–-] ?| to )\d{1,2}:\d\d)?(?!\d)",
            rf"(?i:(?<!\w)(?:weeks?|years?) {LIST}(?!\w| \d))",
            r"(?i:(?<!\w)(?:in|of|by|since|before|after|around|until|year|end|early|between|and|act|from|to)"
            r" (?:1[0-8]|2[12])\d\d(?![\d,]))(?! [\w-]+s\b)",
            r"(?<![\d,.-])(?:1[0-9]|20|21)\d\d(?: ?[-–/] ?(?:1[0-9]|20|21)\d\d|[-–/]\d\d)(?![\d,%]| ?[%€])",
            r"(?i:(?<!\w)(?:aged |ages |under-|over-)\d{1,2}(?:(?: to | and |-)\d{1,2})?s?|\d{1,2}-year-olds?)",
            r"(?i:(?<!\w)(?:call|dial|ring|phone|text) \d{2,6}(?:(?: or |, )\d{2,6})*)"
            rf"(?!\w|[.,]\d| ?[%€£$]| {SCALE}| (?:{PEOPLE}|[\w'-]+s)(?!\w))",
            r"(?<!\w)COP \d{1,2}(?!\w|[.,]\d| (?:million|billion))",
            r"(?i:fit for 55|1\.5 ?°C)",
            r"(?i:24/7)",
            r"(?:^|(?<=\n))\d{1,2}(?:\.\d{1,2})+ (?=A [a-z])",
            rf"(?<!\w)\d{{1,4}}[a-zA-Z]?,? (?:[A-Z][\w'-]+ ){{1,3}}(?:{WAYS})(?!\w)",
            r"(?i:(?<!\w)(?:several|a few|many)(?: (?:dozen|hundred|thousand|million|billion))+(?!\w))",
        ),
        dotted=POINTED,
        labels=label_pattern(NOUNS),
        called=re.compile(
            rf"(?:(?:^|(?<=\n))(?=[\d.]+ [A-Z])|(?<!\w)(?i:{PASSAGES})s?\.? )(?P<numbers>{PLACES})(?!\w| ?[%€£$])"
        ),
        acting=re.compile(
            rf"{VERBS} \d{{1,5}} (?:more |new |young )?(?:{PEOPLE}|[a-z'-]+s)(?!\w)|"
            rf"(?:{VERBS}s|{THIRD_PERSONS}) \d{{1,5}}(?!\d| (?:to|and|or) \d|[–-]\d|, (?:(?:and|or) )?\d)"
        ),
        subject=re.compile(rf"(?i:(?<!\w)(?!{DETERMINERS} )[\w'-]*[^\W\d] )$"),
        proper=re.compile(
            rf"(?<![\w.-])(?!{UNLABELLED} )(?P<word>[A-Z][\w&-]*) (?P<numbers>{LIST})(?!\w|[.,]\d|,\d{{3}}| ?[%€$])"
            r"(?! (?!and |or |to |at |in |of |on |for |is |was |has |[A-Z])[a-z-]+s(?!\w))"
        ),
        before=re.compile(
            r"(?i:(?<!\w)(?:in|over|for|since|during|within|after|before|every|the|these|those|past|last|next|first|by)"
            r"(?: (?:past|last|next|first|less than|more than|about))? )$"
        ),
        after=re.compile(
            r"(?i: (?:after|before|later|earlier|ago|on|running|in a row|in (?:post|office|service|the job))(?!\w))"
        ),
        lasting=re.compile(
            r"(?i:(?<!\w)(?:average|median|mean|delays?|waits?|waiting time|worked|sat for)"
            r"(?: (?:is|was|of|lasts?))* )$"
        ),
        known=re.compile(r"(?i:(?<!\w)(?:the|these|those|all|our|their|its|other) )$"),
        of=re.compile(
            r"(?i:(?:\d|\x00|\w\w) (?:out of|of the|of all) |(?:\x00|(?<![\d,.])\d{1,2}) of |"
            r"(?<!\w)(?:rank(?:s|ed|ing)?|placed?|position) (?:\x00+ )?(?:of|among|out of) )$"
        ),
        whole_of=re.compile(
            rf"(?i:(?: [\w'-]+){{0,3}} out of (?:the )?(?:\d[\d,]*\d|{WHOLES})|"
            r" of \d{1,2}(?![\d,.%]))"
        ),
        share=re.compile(r"(?i:(?<!\w)one (?:[\w'-]+ )?(?:in|out of) )$"),
        things=re.compile(r"(?!)"),
        unnumbered=re.compile(r"(?i:(?<!(?<!\w)a ))$"),
        ratio=re.compile(r"(?i:(?:divided|multiplied|multiply|divide) by )$"),
        factor=re.compile(
            r"(?i: times (?:more|less|higher|lower|as|the|what)| (?:thirds|quarters|fifths|tenths)(?!\w)| ?(?:in|"
            rf"out of) (?:{WHOLES})| per (?:week|day|year|month|capita)(?!\w)|"
            r" on average(?!\w))"
        ),
        losses=re.compile(
            r"(?i: (?:[\w-]+ )?(?:dead|deaths?|killed|injured|victims?|casualties|missing|hostages)(?!\w))"
        ),
        qualified=re.compile(r"(?i:(?: [\w'-]+){1,2} and \d[\d ,.]* ?(?:%|€|£|\$|per cent))"),
        counted=re.compile(r"(?i:(?<!\w)(?:there (?:are|were)|has lost|lost|employs?|counts?|closed?) )$"),
    )
)
"""How English names with numbers."""
