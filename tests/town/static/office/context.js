// office/context
