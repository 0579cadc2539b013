// outlook/dialog
