"""Pages for people: one file each, with its own style and script, that fetches nothing."""
