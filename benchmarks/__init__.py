"""What docs/performance.md says, measured: `make bench`. Ratios within one run, no timed tests."""
