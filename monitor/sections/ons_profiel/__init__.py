"""What Ons profiel answers of one school: its pupils, where they go, who has an arrangement."""
