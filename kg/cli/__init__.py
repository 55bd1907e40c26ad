"""The command line: arguments → one call → words on the screen."""
