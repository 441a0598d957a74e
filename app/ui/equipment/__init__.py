"""The equipment screen: the table, one machine's panel, and the dialogs that change them."""
