"""The vragenlijst as a file: how it is written, judged, filled in and exchanged."""
