"""Find Debian's Chromium, install it when that is possible, else say what to install.

Run before the tests: exit 1 (which fails the run) only in CI; elsewhere the browser tests then
skip with the same sentence.
"""

import os
import shutil
import subprocess
import sys


NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ADVICE = (
    "Chromium ontbreekt: de tests in de browser kunnen niet draaien. "
    "Installeer het, bijv. met: apt-get install chromium"
)


def find() -> str | None:
    """The path of a Chromium on this machine, or None."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def main() -> int:
    if find():
        return 0
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update", "-qq"], ["install", "-y", "-qq", "chromium"]):
            subprocess.run(["apt-get", *command], env=environment, check=False, timeout=900)
    if find():
        return 0
    print(ADVICE, file=sys.stderr)
    return 1 if os.environ.get("CI") else 0


if __name__ == "__main__":
    sys.exit(main())
