"""Front door: which data, who looks, which pages. Started by `dekkend serve` or streamlit run."""

from monitor.pages.frame.shell import run


run()
