"""slides.Deck + look.Charter -> Artefact: a native, editable, accessible presentation (ECMA-376, PresentationML)."""
