"""What is kept: deliveries in versions (DuckDB), what people typed in (journaal), settings."""
