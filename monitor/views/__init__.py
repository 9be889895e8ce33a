"""What a page, a report and a download show: texts, drawings and rows, without Streamlit."""
