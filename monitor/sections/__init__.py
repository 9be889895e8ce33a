"""What one question says to one viewer: sentences, pictures, a table and where it comes from, made once
for the page and for every file; knowing no Streamlit and no way of drawing."""
