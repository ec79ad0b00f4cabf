"""Conformance: a finished file -> what judges that are not ours say of it, or why they could not be asked."""
