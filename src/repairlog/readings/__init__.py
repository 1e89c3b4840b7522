"""What can be read: pure functions from a record and a moment to frozen reports."""
