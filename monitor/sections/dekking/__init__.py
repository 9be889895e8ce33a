"""What Dekking answers: how many find a place at the same time, where and why others do not."""
