"""How reports look in a terminal: one module a page, and the theme that they share."""
