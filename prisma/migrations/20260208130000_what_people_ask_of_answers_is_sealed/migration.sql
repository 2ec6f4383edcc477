SELECT seal_rows_of('resolution_suggestions', 'suggested_answer', 'id');
SELECT seal_rows_of('resolution_suggestion_answers', 'suggested_answer_reply', 'suggestion_id');
SELECT seal_rows_of('reopen_requests', 'reopening', 'id');
SELECT seal_rows_of('reopen_answers', 'reopening_reply', 'request_id');
SELECT seal_rows_of('tournament_tables', 'tournament_table', 'id');
