SELECT seal_rows_of('ledger_transactions', 'ledger', 'id');
SELECT seal_rows_of('clarifications', 'clarification', 'id');
