"""The charter's file -> the charter, or every fault at its place."""
