"""The front door: the command line and the demo. The only package that sees both crawler and reports."""
