GRANT DELETE ON note_copy TO ${worker};
