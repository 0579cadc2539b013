// office/names
