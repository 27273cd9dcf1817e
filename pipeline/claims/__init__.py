"""What the press says about a series, claim by claim, and whether it holds."""
