"""Who comes in: the door before Streamlit, the pages to sign in on, and sign-in elsewhere."""
