"""Who looks: role and scope."""

from monitor.access.viewer import Role, Viewer


__all__ = ["Role", "Viewer"]
