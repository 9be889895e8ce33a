"""Who looks: role and scope."""

from monitor.access.viewer import EVERY, REGIONAL, STAFF, Role, Viewer


__all__ = ["EVERY", "REGIONAL", "STAFF", "Role", "Viewer"]
