"""Monitor dekkend aanbod: does a samenwerkingsverband offer every pupil a fitting place?"""

__version__ = "0.2.0"
