"""The documents of a briefing on a local page while their author writes.

`building` makes them again at each save, `places` leads from a point of a page to the line it was written on,
`pictures` draws pages for the browser; `application` answers it behind a `guard`, `server` runs until Ctrl-C. The page
itself is in `page/`, as the browser reads it.
"""
