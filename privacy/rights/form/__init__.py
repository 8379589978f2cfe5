"""The request form; its face is `flow.FormFlow`."""
