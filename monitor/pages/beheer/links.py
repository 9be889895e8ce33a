"""The link that an invitation is, as the browser of the beheerder reaches the monitor."""

from urllib.parse import urlsplit

import streamlit as st

from monitor.web.sign_in import addresses


def link_of(token: str) -> str:
    """The whole address, as the browser of the beheerder reaches the monitor."""
    here = urlsplit(st.context.url or "")
    origin = f"{here.scheme}://{here.netloc}" if here.netloc else ""
    return f"{origin}{addresses.address(addresses.INVITATION)}{token}"
