"""A package, so that a file may have the name of one in another folder of tests."""
