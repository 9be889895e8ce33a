"""What stands around every page: the shell, who looks, the store that is served."""
