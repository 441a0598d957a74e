"""The page on which a customer says what they think of a solved request; a link in a mail leads to it."""
