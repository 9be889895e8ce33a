"""`dekkend …`: the commands (`of_…`, `main`), what each does, and `serve`."""
