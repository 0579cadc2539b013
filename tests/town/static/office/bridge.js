// office/bridge
