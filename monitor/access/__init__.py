"""Who looks: role and scope."""

from monitor.access.viewer import ALWAYS_EXACT, EVERY, REGIONAL, STAFF, Role, Viewer


__all__ = ["ALWAYS_EXACT", "EVERY", "REGIONAL", "STAFF", "Role", "Viewer"]
