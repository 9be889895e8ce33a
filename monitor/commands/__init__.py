"""`dekkend …`: one module per command, and `serve`."""
