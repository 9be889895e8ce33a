"""Whether a page is shown because somebody went back or forward in the browser."""

from streamlit.runtime.scriptrunner_utils.script_run_context import get_script_run_ctx


def came_back() -> bool:
    """This run follows the Back or Forward button: the address says all that was chosen there."""
    context = get_script_run_ctx(suppress_warning=True)
    return context is not None and context.is_history_navigation
