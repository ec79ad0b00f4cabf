"""French: everything the documents need to be written in it, and in its locales."""
