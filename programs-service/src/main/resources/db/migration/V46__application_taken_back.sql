-- An application that its own service lost in a restore is not decided any more.
GRANT DELETE ON application_intake TO ${worker};
