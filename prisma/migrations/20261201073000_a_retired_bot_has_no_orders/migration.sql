-- An order is placed before its bot is retired, or refused. The check of the reference to its owner waits for a retirement that has begun;
-- this one comes after it (triggers fire by their names, and the database's own begin with RI), and sees the retirement. Whoever cancels
-- the orders of a retired bot finds all of them.
DROP TRIGGER not_retired ON limit_orders;
CREATE TRIGGER not_retired AFTER INSERT ON limit_orders FOR EACH ROW EXECUTE FUNCTION refuse_retired_trader();

-- Of bots that were retired before, the orders are cancelled like those of later ones: by the consumer.
WITH happened AS (
  INSERT INTO domain_events (kind, version, payload)
  SELECT 'bot.retired', 1, jsonb_build_object('botId', bot_id) FROM bot_retirements RETURNING id)
INSERT INTO event_deliveries (event_id, consumer) SELECT id, 'cancel-orders-of-bots' FROM happened;
