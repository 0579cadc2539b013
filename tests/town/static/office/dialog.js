// office/dialog
