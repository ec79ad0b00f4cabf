"""Units in Hindi, and the Hindi of the nouns that French content counts."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from rapport.language.amounts import Unit, prefixed

_UNITS: Final = {
    "EUR": Unit("यूरो", "यूरो", "€", "currency"),
    "USD": Unit("डॉलर", "डॉलर", "$", "currency"),
    "GBP": Unit("पाउंड", "पाउंड", "£", "currency"),
    "INR": Unit("भारतीय रुपया", "भारतीय रुपये", "₹", "currency"),
    "percent": Unit("प्रतिशत", "प्रतिशत", "%", "percent"),
    "per-mille": Unit("प्रति हज़ार", "प्रति हज़ार", "‰", "percent"),
    "percentage-point": Unit("प्रतिशत अंक", "प्रतिशत अंक", "", "named"),
    "exaflop": Unit("exaflop/s", "exaflop/s", "exaflop/s", "measure"),
    "petaflop": Unit("petaflop/s", "petaflop/s", "petaflop/s", "measure"),
    "square-metre": Unit("वर्ग मीटर", "वर्ग मीटर", "m²", "measure"),
    "square-kilometre": Unit("वर्ग किलोमीटर", "वर्ग किलोमीटर", "km²", "measure"),
    "cubic-metre": Unit("घन मीटर", "घन मीटर", "m³", "measure"),
    "hectare": Unit("हेक्टेयर", "हेक्टेयर", "ha", "named"),
    "metre": Unit("मीटर", "मीटर", "m", "measure"),
    "kilometre": Unit("किलोमीटर", "किलोमीटर", "km", "measure"),
    "centimetre": Unit("सेंटीमीटर", "सेंटीमीटर", "cm", "measure"),
    "millimetre": Unit("मिलीमीटर", "मिलीमीटर", "mm", "measure"),
    "kilogram": Unit("किलोग्राम", "किलोग्राम", "kg", "measure"),
    "gram": Unit("ग्राम", "ग्राम", "g", "measure"),
    "milligram": Unit("मिलीग्राम", "मिलीग्राम", "mg", "measure"),
    "quintal": Unit("क्विंटल", "क्विंटल", "q", "named"),
    "litre": Unit("लीटर", "लीटर", "l", "named"),
    "hectolitre": Unit("हेक्टोलीटर", "हेक्टोलीटर", "hl", "measure"),
    "barrel": Unit("बैरल", "बैरल", "bbl", "named"),
    "mole": Unit("मोल", "मोल", "mol", "measure"),
    "decibel": Unit("डेसिबल", "डेसिबल", "dB", "measure"),
    "mile-scandinavian": Unit("स्कैंडिनेवियाई मील", "स्कैंडिनेवियाई मील", "smi", "measure"),
    "degree-celsius": Unit("डिग्री सेल्सियस", "डिग्री सेल्सियस", "°C", "measure"),
    "second": Unit("सेकंड", "सेकंड", kind="named"),
    "minute": Unit("मिनट", "मिनट", kind="named"),
    "hour": Unit("घंटा", "घंटे", kind="named"),
    "day": Unit("दिन", "दिन", kind="named"),
    "week": Unit("सप्ताह", "सप्ताह", kind="named"),
    "month": Unit("महीना", "महीने", kind="named"),
    "quarter": Unit("तिमाही", "तिमाहियाँ", kind="named"),
    "semester": Unit("छमाही", "छमाहियाँ", kind="named"),
    "year": Unit("वर्ष", "वर्ष", kind="named"),
    "calculation-per-second": Unit("गणना प्रति सेकंड", "गणनाएँ प्रति सेकंड", kind="named"),
    "point": Unit("अंक", "अंक", kind="named"),
    "basis-point": Unit("आधार अंक", "आधार अंक", kind="named"),
    "ppm": Unit("भाग प्रति दस लाख", "भाग प्रति दस लाख", "ppm", "measure"),
    "ppb": Unit("भाग प्रति अरब", "भाग प्रति अरब", "ppb", "measure"),
    "full-time-equivalent": Unit("पूर्णकालिक समतुल्य पद", "पूर्णकालिक समतुल्य पद", kind="named"),
    "times": Unit("गुना", "गुना", "×", "multiple"),
    "rank": Unit("", "", kind="rank"),
    "age": Unit("वर्ष", "वर्ष", kind="named"),
    "duration": Unit("", "", kind="duration"),
    "inhabitant": Unit("निवासी", "निवासी"),
    "agent": Unit("लोक सेवक", "लोक सेवक"),
    "agent public": Unit("लोक सेवक", "लोक सेवक"),
    "ambassadeur": Unit("राजदूत", "राजदूत"),
    "emploi": Unit("रोज़गार", "रोज़गार"),
    "entreprise": Unit("उद्यम", "उद्यम"),
    "fonctionnaire": Unit("सरकारी कर्मचारी", "सरकारी कर्मचारी"),
    "foyer": Unit("परिवार", "परिवार"),
    "habitant": Unit("निवासी", "निवासी"),
    "membre": Unit("सदस्य", "सदस्य"),
    "ministère": Unit("मंत्रालय", "मंत्रालय"),
    "pays": Unit("देश", "देश"),
    "personne": Unit("व्यक्ति", "व्यक्ति"),
    "projet": Unit("परियोजना", "परियोजनाएँ"),
    "centre de données": Unit("डेटा केंद्र", "डेटा केंद्र"),
    "centre de formation": Unit("प्रशिक्षण केंद्र", "प्रशिक्षण केंद्र"),
    "site": Unit("स्थल", "स्थल"),
    "start-up": Unit("स्टार्ट-अप", "स्टार्ट-अप"),
    "calcul par seconde": Unit("गणना प्रति सेकंड", "गणनाएँ प्रति सेकंड"),
}
_PREFIXABLE: Final = {
    "watt": Unit("वाट", "वाट", "W", "measure"),
    "watt-hour": Unit("वाट-घंटा", "वाट-घंटे", "Wh", "measure"),
    "tonne": Unit("टन", "टन", "t", "named"),
    "tonne-CO2e": Unit("टन CO2 समतुल्य", "टन CO2 समतुल्य", "tCO2e", "measure"),
    "tonne-oil-equivalent": Unit("टन तेल समतुल्य", "टन तेल समतुल्य", "toe", "measure"),
    "byte": Unit("बाइट", "बाइट", "B", "measure"),
    "joule": Unit("जूल", "जूल", "J", "measure"),
    "hertz": Unit("हर्ट्ज़", "हर्ट्ज़", "Hz", "measure"),
}
_SPELLED: Final = {
    "kilo": "किलो", "mega": "मेगा", "giga": "गीगा", "tera": "टेरा", "peta": "पेटा", "exa": "एक्सा",
}  # fmt: skip

HINDI_UNITS: Final = MappingProxyType({**_UNITS, **_PREFIXABLE, **dict(prefixed(_PREFIXABLE, _SPELLED))})
HINDI_DENOMINATORS: Final = MappingProxyType({"year": "वर्ष", "inhabitant": "निवासी", "hour": "h"})
