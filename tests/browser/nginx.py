"""Find nginx, install it when that is possible, else say what to install; as `chromium.py`."""

import os
import shutil
import subprocess
import sys


ADVICE = (
    "nginx ontbreekt: de test achter een proxy kan niet draaien. "
    "Installeer het, bijv. met: apt-get install nginx-light"
)


def find() -> str | None:
    """The path of nginx on this machine, or None."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


def main() -> int:
    if not find() and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update", "-qq"], ["install", "-y", "-qq", "nginx-light"]):
            subprocess.run(["apt-get", *command], env=environment, check=False, timeout=900)
    if find():
        return 0
    print(ADVICE, file=sys.stderr)
    return 1 if os.environ.get("CI") else 0


if __name__ == "__main__":
    sys.exit(main())
