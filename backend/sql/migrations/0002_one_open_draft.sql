-- A conversation has one draft under way: of two that are begun at the same moment the second finds the first. What has left stays.

CREATE UNIQUE INDEX dossier_open ON dossier (tenant, conversation) WHERE status <> 'sent';
