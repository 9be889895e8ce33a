"""What Thuiszitters answers: how many are at home, where, since when, for how long, and who calls it that."""
