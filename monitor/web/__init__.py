"""What stands before Streamlit: signing in, headers, how much one address may ask."""
