-- Facts of events that a restore of their producer made void are taken back as if they had never been told.
GRANT DELETE ON fact TO ${worker};
