#!/bin/sh
# Lays the app registration in Entra as entra.json says; it may be run again. Run it in this folder, signed in as an Application Administrator:
#     az login --tenant {{tenant}} --allow-no-subscriptions
# Then give the consent of the municipality, as a Privileged Role Administrator:
#     {{consent}}
set -eu
application='{{graph_url}}/applications(appId='\''{{client_id}}'\'')'
apply() { az rest --method PATCH --url "$application" --headers Content-Type=application/json --body "@$1"; }
# Entra takes clients that are allowed a scope only when it knows the scope, and our address as a name only with tokens of version 2: hence
# two steps.
apply entra-first.json
apply entra.json
# Whom roles and groups are assigned to; only those who have a role are let in.
az ad sp show --id '{{client_id}}' >/dev/null 2>&1 || az ad sp create --id '{{client_id}}' >/dev/null
principal=$(az ad sp show --id '{{client_id}}' --query id --output tsv)
az rest --method PATCH --url '{{graph_url}}/servicePrincipals/'"$principal" --headers Content-Type=application/json \
  --body '{"appRoleAssignmentRequired":true}'
