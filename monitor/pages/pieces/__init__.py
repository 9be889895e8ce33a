"""What several pages show: filters, cards, tables, maps beside rankings."""
