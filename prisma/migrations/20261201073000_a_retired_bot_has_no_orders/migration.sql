-- An order is placed before its bot is retired, or refused: it waits for a retirement that has begun. So whoever cancels the orders of a
-- retired bot finds all of them.
CREATE FUNCTION refuse_order_of_retired_bot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM users WHERE id = NEW.user_id FOR KEY SHARE;
  IF EXISTS (SELECT FROM bot_retirements WHERE bot_id = NEW.user_id) THEN
    RAISE EXCEPTION 'bot_must_not_be_retired' USING ERRCODE = 'PA006';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER not_retired ON limit_orders;
CREATE TRIGGER not_retired BEFORE INSERT ON limit_orders FOR EACH ROW EXECUTE FUNCTION refuse_order_of_retired_bot();

-- Of bots that were retired before, the orders are cancelled like those of later ones: by the consumer.
WITH happened AS (
  INSERT INTO domain_events (kind, version, payload)
  SELECT 'bot.retired', 1, jsonb_build_object('botId', bot_id) FROM bot_retirements RETURNING id)
INSERT INTO event_deliveries (event_id, consumer) SELECT id, 'cancel-orders-of-bots' FROM happened;
