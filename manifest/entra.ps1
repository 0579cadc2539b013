# Lays the app registration in Entra as entra.json says; it may be run again. Run it in this folder as an Application Administrator.
# Then give the consent of the municipality, as a Privileged Role Administrator:
#     {{consent}}
$ErrorActionPreference = 'Stop'
Connect-MgGraph -TenantId '{{tenant}}' -Scopes 'Application.ReadWrite.All' -NoWelcome
$application = '{{graph_url}}/applications(appId=''{{client_id}}'')'
# Entra takes clients that are allowed a scope only when it knows the scope, and our address as a name only with tokens of version 2: hence
# two steps.
foreach ($step in 'entra-first.json', 'entra.json') {
    $body = Get-Content -Raw -Encoding utf8 $step
    Invoke-MgGraphRequest -Method PATCH -Uri $application -ContentType 'application/json; charset=utf-8' -Body $body
}
# Whom roles and groups are assigned to; only those who have a role are let in.
$found = (Invoke-MgGraphRequest -Method GET -Uri '{{graph_url}}/servicePrincipals?$filter=appId%20eq%20''{{client_id}}''').value
if (-not $found) {
    $found = Invoke-MgGraphRequest -Method POST -Uri '{{graph_url}}/servicePrincipals' -Body @{ appId = '{{client_id}}' }
}
Invoke-MgGraphRequest -Method PATCH -Uri "{{graph_url}}/servicePrincipals/$($found.id)" -Body @{ appRoleAssignmentRequired = $true }
