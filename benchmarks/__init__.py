"""What is measured, on data that nobody here wrote. `make benchmark DATA=…`; results stand in benchmarks/README.md."""
