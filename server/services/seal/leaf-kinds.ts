import { Prisma } from "#db/generated/client.ts";
import { eventIsVisible, forecastIsVisible, questionIsVisible, topicIsVisible } from "#services/visibility.ts";
import { ADMINS_ONLY, ALWAYS, type LeafKind, suggestionIsVisible } from "./leaf-kind.ts";
import { MARKET_LEAF_KINDS } from "./market-leaf-kinds.ts";
import { TOPIC_LEAF_KINDS } from "./topic-leaf-kinds.ts";

/** Under which import a row (a) came in with times of its own; nothing of the others. */
const ofImport = Prisma.sql`jsonb_strip_nulls(jsonb_build_object('importBatchId', a.import_batch_id))`;

/** Every kind of record that is sealed. The trigger that queues its rows is put on its table by `seal_rows_of`. */
export const LEAF_KINDS = {
  publication: {
    label: "a question, as published",
    key: Prisma.sql`a.question_id`,
    keyType: "uuid",
    value: Prisma.sql`jsonb_build_object('questionId', q.id, 'slug', q.slug, 'type', q.type, 'title', q.title,
      'background', q.background, 'topicId', q.topic_id, 'opensAt', iso_instant(q.opens_at),
      'closesAt', iso_instant(q.closes_at), 'deadlineAt', iso_instant(q.deadline_at),
      'revealAt', iso_instant(q.reveal_at), 'publishedAt', iso_instant(a.published_at),
      'publishedById', a.published_by_id, 'options', (
        SELECT COALESCE(jsonb_agg(jsonb_build_object('id', o.id, 'label', o.label) ORDER BY o.position), '[]')
        FROM question_options o WHERE o.question_id = q.id)) || jsonb_strip_nulls(jsonb_build_object('unit', q.unit,
      'rangeMin', q.range_min, 'rangeMax', q.range_max, 'zeroPoint', q.zero_point, 'openLower', q.open_lower,
      'openUpper', q.open_upper, 'authorIds', to_jsonb(NULLIF(a.author_ids, '{}')), 'wasSolo', NULLIF(a.was_solo, false)))`,
    rows: Prisma.sql`publications a JOIN questions q ON q.id = a.question_id`,
    isReadable: questionIsVisible,
  },
  criteria: {
    label: "a version of criteria",
    key: Prisma.sql`a.id`,
    keyType: "uuid",
    value: Prisma.sql`jsonb_build_object('questionId', a.question_id, 'version', a.version, 'rule', a.rule,
      'hash', a.hash, 'sentence', a.sentence, 'finePrint', a.fine_print, 'reason', a.reason,
      'createdById', a.created_by_id, 'createdAt', iso_instant(a.created_at)) || ${ofImport}`,
    rows: Prisma.sql`criteria_versions a JOIN questions q ON q.id = a.question_id`,
    isReadable: questionIsVisible,
  },
  clarification: {
    label: "a clarification of criteria",
    key: Prisma.sql`a.id`,
    keyType: "uuid",
    value: Prisma.sql`jsonb_build_object('questionId', a.question_id, 'text', a.text, 'writtenById', a.written_by_id,
      'writtenAt', iso_instant(a.written_at)) || ${ofImport}`,
    rows: Prisma.sql`clarifications a JOIN questions q ON q.id = a.question_id`,
    isReadable: questionIsVisible,
  },
  event: {
    label: "a revision of an event",
    key: Prisma.sql`a.id`,
    keyType: "uuid",
    value: Prisma.sql`jsonb_build_object('eventId', a.event_id, 'number', a.number, 'headline', a.headline,
      'description', a.description, 'type', a.type, 'occurredFrom', iso_instant(a.occurred_from),
      'occurredUntil', iso_instant(a.occurred_until), 'precision', a.precision, 'country', a.country,
      'placeName', a.place_name, 'tags', a.tags, 'magnitude', a.magnitude, 'magnitudeUnit', a.magnitude_unit,
      'status', a.status, 'reason', a.reason, 'recordedAt', iso_instant(a.recorded_at),
      'recordedById', a.recorded_by_id, 'actors', (
        SELECT COALESCE(jsonb_agg(jsonb_build_object('code', c.code, 'role', c.role) ORDER BY c.position), '[]')
        FROM event_actors c WHERE c.revision_id = a.id), 'sources', (
        SELECT COALESCE(jsonb_agg(jsonb_build_object('url', s.url, 'publisher', s.publisher, 'title', s.title,
          'publishedAt', iso_instant(s.published_at), 'tier', s.tier, 'independenceGroup', s.independence_group,
          'quote', s.quote, 'language', s.language, 'archiveUrl', s.archive_url) ORDER BY s.position), '[]')
        FROM sources s WHERE s.revision_id = a.id)) || jsonb_strip_nulls(jsonb_build_object('mergedInto', (
        SELECT m.into_event_id FROM event_merges m WHERE m.revision_id = a.id))) || ${ofImport}`,
    rows: Prisma.sql`event_revisions a JOIN events e ON e.id = a.event_id`,
    isReadable: eventIsVisible,
  },
  source_page: {
    label: "a reading of a source's page",
    key: Prisma.sql`a.id`,
    keyType: "uuid",
    value: Prisma.sql`jsonb_build_object('url', a.url, 'finalUrl', a.final_url, 'status', a.status,
      'mediaType', a.media_type, 'title', a.title, 'publisher', a.publisher, 'publishedAt', iso_instant(a.published_at),
      'sha256', a.sha256, 'bytes', a.bytes, 'fetchedAt', iso_instant(a.fetched_at), 'fetchedById', a.fetched_by_id)`,
    rows: Prisma.sql`source_pages a`,
    isReadable: ALWAYS,
  },
  coverage: {
    label: "a statement of coverage",
    key: Prisma.sql`a.id`,
    keyType: "uuid",
    value: Prisma.sql`jsonb_build_object('topicId', a.topic_id, 'types', a.types, 'actors', a.actors,
      'coversFrom', iso_instant(a.covers_from), 'coversUntil', iso_instant(a.covers_until), 'note', a.note,
      'signedById', a.signed_by_id, 'signedAt', iso_instant(a.signed_at), 'supersedesId', a.supersedes_id) || ${ofImport}`,
    rows: Prisma.sql`coverage a`,
    isReadable: (reader) => topicIsVisible(reader, Prisma.sql`a.topic_id`),
  },
  forecast: {
    label: "a forecast",
    key: Prisma.sql`f.id`,
    keyType: "uuid",
    value: Prisma.sql`jsonb_build_object('questionId', f.question_id, 'forecasterId', f.forecaster_id,
      'sequence', f.sequence, 'madeAt', iso_instant(f.made_at), 'probabilities', f.probabilities,
      'rationale', f.rationale, 'importBatchId', f.import_batch_id)`,
    rows: Prisma.sql`forecasts f JOIN questions q ON q.id = f.question_id`,
    isReadable: forecastIsVisible,
  },
  withdrawal: {
    label: "a withdrawal",
    key: Prisma.sql`f.id`,
    keyType: "uuid",
    value: Prisma.sql`jsonb_build_object('questionId', f.question_id, 'forecasterId', f.forecaster_id,
      'sequence', f.sequence, 'madeAt', iso_instant(f.made_at), 'importBatchId', f.import_batch_id)`,
    rows: Prisma.sql`withdrawals f JOIN questions q ON q.id = f.question_id`,
    isReadable: forecastIsVisible,
  },
  resolution: {
    label: "a version of a resolution",
    key: Prisma.sql`a.id`,
    keyType: "uuid",
    value: Prisma.sql`jsonb_build_object('questionId', a.question_id, 'version', a.version, 'outcome', a.outcome,
      'voidReason', a.void_reason, 'effectiveAt', iso_instant(a.effective_at), 'knownAt', iso_instant(a.known_at),
      'criteriaVersionId', a.criteria_version_id, 'trace', a.trace, 'coverageIds', a.coverage_ids, 'note', a.note,
      'proposedById', a.proposed_by_id, 'proposedAt', iso_instant(a.proposed_at),
      'challengeUntil', iso_instant(a.challenge_until), 'supersedesId', a.supersedes_id, 'evidence', (
        SELECT COALESCE(jsonb_agg(jsonb_build_object('eventId', e.event_id, 'revisionId', e.revision_id)
          ORDER BY e.event_id), '[]') FROM resolution_evidence e WHERE e.resolution_id = a.id)) || jsonb_strip_nulls(jsonb_build_object(
      'conflicts', to_jsonb(NULLIF(a.conflicts, '{}')), 'declaredConflict', NULLIF(a.declared_conflict, '')))`,
    rows: Prisma.sql`resolutions a JOIN questions q ON q.id = a.question_id`,
    isReadable: questionIsVisible,
  },
  challenge: {
    label: "a challenge",
    key: Prisma.sql`a.id`,
    keyType: "uuid",
    value: Prisma.sql`jsonb_build_object('resolutionId', a.resolution_id, 'challengerId', a.challenger_id,
      'reason', a.reason, 'madeAt', iso_instant(a.made_at)) || jsonb_strip_nulls(jsonb_build_object(
      'evidenceIds', to_jsonb(NULLIF(a.evidence_ids, '{}'))))`,
    rows: Prisma.sql`challenges a JOIN resolutions r ON r.id = a.resolution_id JOIN questions q ON q.id = r.question_id`,
    isReadable: questionIsVisible,
  },
  decision: {
    label: "a decision",
    key: Prisma.sql`a.resolution_id`,
    keyType: "uuid",
    value: Prisma.sql`jsonb_build_object('resolutionId', a.resolution_id, 'kind', a.kind,
      'decidedById', a.decided_by_id, 'decidedAt', iso_instant(a.decided_at), 'note', a.note, 'wasSolo', a.was_solo)
      || jsonb_strip_nulls(jsonb_build_object('conflicts', to_jsonb(NULLIF(a.conflicts, '{}')),
      'declaredConflict', NULLIF(a.declared_conflict, ''))) || ${ofImport}`,
    rows: Prisma.sql`decisions a JOIN resolutions r ON r.id = a.resolution_id JOIN questions q ON q.id = r.question_id`,
    isReadable: questionIsVisible,
  },
  declared_conflict: {
    label: "a declared conflict of interest",
    key: Prisma.sql`a.id`,
    keyType: "uuid",
    value: Prisma.sql`jsonb_build_object('questionId', a.question_id, 'personId', a.person_id, 'act', a.act,
      'subjectKind', a.subject_kind, 'subjectId', a.subject_id, 'conflicts', a.conflicts, 'wasSolo', a.was_solo,
      'resolutionId', a.resolution_id, 'declaredAt', iso_instant(a.declared_at))`,
    rows: Prisma.sql`declared_conflicts a JOIN questions q ON q.id = a.question_id`,
    isReadable: questionIsVisible,
  },
  suggested_answer: {
    label: "a suggested answer",
    key: Prisma.sql`a.id`,
    keyType: "uuid",
    value: Prisma.sql`jsonb_build_object('questionId', a.question_id, 'suggestedById', a.suggested_by_id,
      'outcome', a.outcome, 'voidReason', a.void_reason, 'effectiveAt', iso_instant(a.effective_at),
      'knownAt', iso_instant(a.known_at), 'evidenceIds', a.evidence_ids, 'note', a.note, 'madeAt', iso_instant(a.made_at))`,
    rows: Prisma.sql`resolution_suggestions a`,
    isReadable: suggestionIsVisible,
  },
  suggested_answer_reply: {
    label: "a reply to a suggested answer",
    key: Prisma.sql`r.suggestion_id`,
    keyType: "uuid",
    value: Prisma.sql`jsonb_build_object('suggestionId', r.suggestion_id, 'kind', r.kind, 'reason', r.reason,
      'resolutionId', r.resolution_id, 'answeredById', r.answered_by_id, 'answeredAt', iso_instant(r.answered_at))`,
    rows: Prisma.sql`resolution_suggestion_answers r JOIN resolution_suggestions a ON a.id = r.suggestion_id`,
    isReadable: suggestionIsVisible,
  },
  reopening: {
    label: "a request to reopen an answer",
    key: Prisma.sql`a.id`,
    keyType: "uuid",
    value: Prisma.sql`jsonb_build_object('resolutionId', a.resolution_id, 'requestedById', a.requested_by_id,
      'reason', a.reason, 'evidenceIds', a.evidence_ids, 'basis', a.basis, 'madeAt', iso_instant(a.made_at))`,
    rows: Prisma.sql`reopen_requests a JOIN resolutions r ON r.id = a.resolution_id JOIN questions q ON q.id = r.question_id`,
    isReadable: questionIsVisible,
  },
  reopening_reply: {
    label: "a reply to a request to reopen",
    key: Prisma.sql`a.request_id`,
    keyType: "uuid",
    value: Prisma.sql`jsonb_build_object('requestId', a.request_id, 'kind', a.kind, 'reason', a.reason,
      'answeredById', a.answered_by_id, 'answeredAt', iso_instant(a.answered_at))`,
    rows: Prisma.sql`reopen_answers a JOIN reopen_requests w ON w.id = a.request_id
      JOIN resolutions r ON r.id = w.resolution_id JOIN questions q ON q.id = r.question_id`,
    isReadable: questionIsVisible,
  },
  ...TOPIC_LEAF_KINDS,
  score_run: {
    label: "a score run, with its scores",
    key: Prisma.sql`a.id`,
    keyType: "uuid",
    value: Prisma.sql`jsonb_build_object('questionId', a.question_id, 'resolutionId', a.resolution_id,
      'number', a.number, 'engine', a.engine, 'inputHash', a.input_hash, 'createdAt', iso_instant(a.created_at),
      'scores', (
        SELECT COALESCE(jsonb_agg(jsonb_build_object('forecasterId', s.forecaster_id, 'peer', s.peer,
          'peerCoverage', s.peer_coverage, 'baseline', s.baseline, 'brier', s.brier,
          'relativeBrier', s.relative_brier, 'spotPeer', s.spot_peer, 'spotBaseline', s.spot_baseline,
          'coverage', s.coverage) ORDER BY s.forecaster_id), '[]') FROM scores s WHERE s.run_id = a.id))`,
    rows: Prisma.sql`score_runs a JOIN questions q ON q.id = a.question_id`,
    isReadable: questionIsVisible,
  },
  ...MARKET_LEAF_KINDS,
  audit: {
    label: "an audit row",
    key: Prisma.sql`e.sequence`,
    keyType: "bigint",
    value: Prisma.sql`jsonb_build_object('position', l.position, 'hash', l.hash, 'entry', audit_value(e))`,
    rows: Prisma.sql`audit_links l JOIN audit_entries e ON e.sequence = l.sequence`,
    isReadable: ADMINS_ONLY,
  },
} as const satisfies Record<string, LeafKind>;

export type LeafKindName = keyof typeof LEAF_KINDS;
export const LEAF_KIND_NAMES = Object.keys(LEAF_KINDS) as LeafKindName[];

export function isLeafKind(name: string): name is LeafKindName {
  return Object.hasOwn(LEAF_KINDS, name);
}
