"""From a file to rows in force: read, recognised, judged whole, published; and removed in time."""
