-- A log's change concerns the questions whose criteria it may touch. They are found by the keys that criteria and events share
-- (server/core/criteria/touched-by.ts), through an index, instead of by reading every open question's rule.

-- Bodies without quotes are bound to each other when they are made: an index is built without a search path.

-- A place in other letters than ASCII has the open key, which every event has: no two ways of writing it small can differ then.
CREATE FUNCTION place_key(place text) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN CASE WHEN place ~ '^[ -~]*$' THEN '@' || lower(btrim(place)) ELSE '' END;

CREATE FUNCTION list_or_none(list jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE
  RETURN CASE WHEN jsonb_typeof(list) = 'array' THEN list ELSE '[]' END;

-- Of one match: the scarcest condition, which every event that fits it shows.
CREATE FUNCTION match_anchors(match jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE
  RETURN COALESCE(
    (SELECT jsonb_build_array(code) FROM (SELECT match #> '{actors,all,0}' AS code) AS must WHERE code IS NOT NULL),
    (SELECT list FROM unnest(ARRAY[list_or_none(match #> '{actors,any}'), list_or_none(match #> '{roles,initiator}'),
        list_or_none(match #> '{roles,recipient}'), list_or_none(match #> '{roles,mediator}')]) WITH ORDINALITY AS l (list, place)
      WHERE jsonb_array_length(list) > 0 ORDER BY jsonb_array_length(list), place LIMIT 1),
    (SELECT jsonb_agg(place_key(place)) FROM jsonb_array_elements_text(list_or_none(match #> '{places,any}')) AS place),
    '[""]');

CREATE FUNCTION criteria_keys(rule jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE COST 2000
  RETURN (SELECT COALESCE(array_agg(DISTINCT type || '|' || anchor), '{}')
  FROM jsonb_path_query(rule, '$.** ? (@.types.type() == "array")') AS match,
    LATERAL jsonb_array_elements_text(
      CASE list_or_none(match -> 'types') WHEN '[]' THEN '[""]' ELSE match -> 'types' END) AS type,
    LATERAL jsonb_array_elements_text(match_anchors(match)) AS anchor
  WHERE jsonb_typeof(match) = 'object');

CREATE INDEX criteria_versions_asked ON criteria_versions USING gin (criteria_keys(rule));
