"""`python -m nectar`."""

from nectar.cli import main

main()
