"""Content and editions -> problems: what keeps a briefing from being handed out, or its author should know."""
