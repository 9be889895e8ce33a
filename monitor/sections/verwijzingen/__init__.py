"""What Verwijzingen answers: who is newly referred (stroom) and who is there (stand), from where and to where."""
