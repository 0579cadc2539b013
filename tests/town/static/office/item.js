// office/item
