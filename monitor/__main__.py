"""`python -m monitor` is the same as `dekkend`."""

from monitor.commands.main import main


if __name__ == "__main__":
    main()
