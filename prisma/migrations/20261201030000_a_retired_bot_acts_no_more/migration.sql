-- A bot decides nothing, and once it is retired it states nothing more and opens no trade.
ALTER TABLE "users" ADD CONSTRAINT "users_owned_is_forecaster_check" CHECK ("owner_id" IS NULL OR "role" = 'forecaster');

CREATE FUNCTION refuse_retired_forecaster() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM bot_retirements WHERE bot_id = NEW.forecaster_id) THEN
    RAISE EXCEPTION 'bot_must_not_be_retired' USING ERRCODE = 'PA006';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER not_retired BEFORE INSERT ON forecasts FOR EACH ROW EXECUTE FUNCTION refuse_retired_forecaster();

CREATE FUNCTION refuse_retired_trader() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM bot_retirements WHERE bot_id = NEW.user_id) THEN
    RAISE EXCEPTION 'bot_must_not_be_retired' USING ERRCODE = 'PA006';
  END IF;
  RETURN NEW;
END $$;
-- Not of an order that is filled: another person's trade must not fail because of it.
CREATE TRIGGER not_retired BEFORE INSERT ON trades FOR EACH ROW WHEN (NEW.order_id IS NULL) EXECUTE FUNCTION refuse_retired_trader();
CREATE TRIGGER not_retired BEFORE INSERT ON limit_orders FOR EACH ROW EXECUTE FUNCTION refuse_retired_trader();

-- A token acts as its owner or as a bot of theirs, until it is revoked.
ALTER TABLE "tokens" ADD COLUMN "revoked_at" TIMESTAMPTZ(3);
CREATE FUNCTION refuse_foreign_token() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.account_id <> NEW.owner_id AND NOT EXISTS (SELECT FROM users WHERE id = NEW.account_id AND owner_id = NEW.owner_id) THEN
    RAISE EXCEPTION 'token_must_be_of_own_account' USING ERRCODE = 'PA002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER own_account BEFORE INSERT OR UPDATE ON tokens FOR EACH ROW EXECUTE FUNCTION refuse_foreign_token();
