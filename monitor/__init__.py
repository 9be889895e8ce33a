"""Monitor dekkend aanbod: does a samenwerkingsverband offer every pupil a fitting place?"""

__version__ = "0.1.0"
