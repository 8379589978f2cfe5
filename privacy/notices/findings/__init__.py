"""The screens of the checks: setting findings aside, the side panel of the editor, listings."""
