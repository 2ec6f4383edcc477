-- AlterTable
ALTER TABLE "instance_settings" ADD COLUMN     "is_stipend_on" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "stipend_micros" BIGINT NOT NULL DEFAULT 100000000,
ADD COLUMN     "welcome_micros" BIGINT NOT NULL DEFAULT 1000000000;

-- CreateTable
CREATE TABLE "ledger_accounts" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "user_id" UUID,
    "balance_micros" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "ledger_accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_transactions" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "question_id" UUID,
    "settlement_id" UUID,
    "reverses_id" UUID,
    "once_key" TEXT,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "ledger_transactions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_entries" (
    "transaction_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "account_id" TEXT NOT NULL,
    "amount_micros" BIGINT NOT NULL,

    CONSTRAINT "ledger_entries_pkey" PRIMARY KEY ("transaction_id","position")
);

-- CreateTable
CREATE TABLE "markets" (
    "question_id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "liquidity_micros" BIGINT NOT NULL,
    "subsidy_micros" BIGINT NOT NULL,
    "opening_prices" DOUBLE PRECISION[],
    "sold_micros" BIGINT[],
    "trade_count" INTEGER NOT NULL DEFAULT 0,
    "volume_micros" BIGINT NOT NULL DEFAULT 0,
    "opened_by_id" UUID,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "markets_pkey" PRIMARY KEY ("question_id")
);

-- CreateTable
CREATE TABLE "trades" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "user_id" UUID NOT NULL,
    "order_id" UUID,
    "action" TEXT NOT NULL,
    "outcome" INTEGER NOT NULL,
    "side" TEXT NOT NULL,
    "shares_micros" BIGINT NOT NULL,
    "cost_micros" BIGINT NOT NULL,
    "redeemed_micros" BIGINT NOT NULL,
    "sold_before" BIGINT[],
    "sold_after" BIGINT[],
    "prices_after" DOUBLE PRECISION[],
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "transaction_id" UUID NOT NULL,
    "idempotency_key" TEXT,
    "request_hash" TEXT,
    "import_batch_id" UUID,

    CONSTRAINT "trades_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trade_legs" (
    "trade_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "order_id" UUID,
    "shares_micros" BIGINT NOT NULL,
    "taker_micros" BIGINT NOT NULL,
    "owner_micros" BIGINT NOT NULL,

    CONSTRAINT "trade_legs_pkey" PRIMARY KEY ("trade_id","number")
);

-- CreateTable
CREATE TABLE "positions" (
    "question_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "shares_micros" BIGINT[],
    "reserved_micros" BIGINT[],
    "basis_micros" BIGINT[],
    "realised_micros" BIGINT NOT NULL,

    CONSTRAINT "positions_pkey" PRIMARY KEY ("question_id","user_id")
);

-- CreateTable
CREATE TABLE "limit_orders" (
    "id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "question_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "outcome" INTEGER NOT NULL,
    "side" TEXT NOT NULL,
    "limit_micros" BIGINT NOT NULL,
    "shares_micros" BIGINT NOT NULL,
    "remaining_micros" BIGINT NOT NULL,
    "reserved_micros" BIGINT NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" TEXT,
    "idempotency_key" TEXT,
    "request_hash" TEXT,

    CONSTRAINT "limit_orders_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "market_settlements" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "resolution_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "outcome" INTEGER,
    "known_at" TIMESTAMPTZ(3) NOT NULL,
    "reversed_trades" INTEGER NOT NULL,
    "paid_out_micros" BIGINT NOT NULL,
    "residue_micros" BIGINT NOT NULL,
    "settled_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "market_settlements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "market_results" (
    "question_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "payout_micros" BIGINT NOT NULL,
    "profit_micros" BIGINT NOT NULL,

    CONSTRAINT "market_results_pkey" PRIMARY KEY ("question_id","user_id")
);

-- CreateTable
CREATE TABLE "profit_standings" (
    "scope" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "markets" INTEGER NOT NULL,
    "profit_micros" BIGINT NOT NULL,

    CONSTRAINT "profit_standings_pkey" PRIMARY KEY ("scope","user_id")
);

-- CreateIndex
CREATE INDEX "ledger_accounts_user_id_idx" ON "ledger_accounts"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_transactions_once_key_key" ON "ledger_transactions"("once_key");

-- CreateIndex
CREATE INDEX "ledger_transactions_question_id_idx" ON "ledger_transactions"("question_id");

-- CreateIndex
CREATE INDEX "ledger_transactions_settlement_id_idx" ON "ledger_transactions"("settlement_id");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_entries_sequence_key" ON "ledger_entries"("sequence");

-- CreateIndex
CREATE INDEX "ledger_entries_account_id_sequence_idx" ON "ledger_entries"("account_id", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "markets_account_id_key" ON "markets"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "trades_transaction_id_key" ON "trades"("transaction_id");

-- CreateIndex
CREATE INDEX "trades_question_id_made_at_idx" ON "trades"("question_id", "made_at");

-- CreateIndex
CREATE INDEX "trades_order_id_idx" ON "trades"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "trades_question_id_number_key" ON "trades"("question_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "trades_user_id_idempotency_key_key" ON "trades"("user_id", "idempotency_key");

-- CreateIndex
CREATE INDEX "trade_legs_order_id_idx" ON "trade_legs"("order_id");

-- CreateIndex
CREATE INDEX "positions_user_id_idx" ON "positions"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "limit_orders_sequence_key" ON "limit_orders"("sequence");

-- CreateIndex
CREATE INDEX "limit_orders_question_id_closed_at_idx" ON "limit_orders"("question_id", "closed_at");

-- CreateIndex
CREATE INDEX "limit_orders_user_id_placed_at_idx" ON "limit_orders"("user_id", "placed_at");

-- CreateIndex
CREATE UNIQUE INDEX "limit_orders_user_id_idempotency_key_key" ON "limit_orders"("user_id", "idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "market_settlements_resolution_id_key" ON "market_settlements"("resolution_id");

-- CreateIndex
CREATE UNIQUE INDEX "market_settlements_question_id_number_key" ON "market_settlements"("question_id", "number");

-- CreateIndex
CREATE INDEX "market_results_user_id_idx" ON "market_results"("user_id");

-- CreateIndex
CREATE INDEX "profit_standings_scope_profit_micros_user_id_idx" ON "profit_standings"("scope", "profit_micros" DESC, "user_id");

-- AddForeignKey
ALTER TABLE "ledger_accounts" ADD CONSTRAINT "ledger_accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_transactions" ADD CONSTRAINT "ledger_transactions_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "markets"("question_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_transactions" ADD CONSTRAINT "ledger_transactions_settlement_id_fkey" FOREIGN KEY ("settlement_id") REFERENCES "market_settlements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_transactions" ADD CONSTRAINT "ledger_transactions_reverses_id_fkey" FOREIGN KEY ("reverses_id") REFERENCES "ledger_transactions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_transaction_id_fkey" FOREIGN KEY ("transaction_id") REFERENCES "ledger_transactions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "ledger_accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "markets" ADD CONSTRAINT "markets_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "markets" ADD CONSTRAINT "markets_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "ledger_accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "markets" ADD CONSTRAINT "markets_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trades" ADD CONSTRAINT "trades_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "markets"("question_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trades" ADD CONSTRAINT "trades_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trades" ADD CONSTRAINT "trades_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "limit_orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trades" ADD CONSTRAINT "trades_transaction_id_fkey" FOREIGN KEY ("transaction_id") REFERENCES "ledger_transactions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trades" ADD CONSTRAINT "trades_import_batch_id_fkey" FOREIGN KEY ("import_batch_id") REFERENCES "import_batches"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trade_legs" ADD CONSTRAINT "trade_legs_trade_id_fkey" FOREIGN KEY ("trade_id") REFERENCES "trades"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trade_legs" ADD CONSTRAINT "trade_legs_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "limit_orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "positions" ADD CONSTRAINT "positions_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "markets"("question_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "positions" ADD CONSTRAINT "positions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "limit_orders" ADD CONSTRAINT "limit_orders_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "markets"("question_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "limit_orders" ADD CONSTRAINT "limit_orders_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "market_settlements" ADD CONSTRAINT "market_settlements_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "markets"("question_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "market_settlements" ADD CONSTRAINT "market_settlements_resolution_id_fkey" FOREIGN KEY ("resolution_id") REFERENCES "resolutions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "market_results" ADD CONSTRAINT "market_results_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "markets"("question_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "market_results" ADD CONSTRAINT "market_results_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "profit_standings" ADD CONSTRAINT "profit_standings_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Accounts: their ids say whose they are, so that no query has to find them.
ALTER TABLE ledger_accounts
  ADD CONSTRAINT ledger_accounts_kind_known CHECK (kind IN ('person', 'escrow', 'owed', 'market', 'house')),
  ADD CONSTRAINT ledger_accounts_id_tells CHECK (
    CASE WHEN kind IN ('person', 'escrow', 'owed') THEN user_id IS NOT NULL AND id = kind || ':' || user_id
      WHEN kind = 'market' THEN user_id IS NULL AND id LIKE 'market:%' ELSE user_id IS NULL AND id = 'house' END),
  -- Nobody spends what they do not have. The house hands credits out, and what is owed is a debt to it.
  ADD CONSTRAINT ledger_accounts_covered CHECK (
    CASE kind WHEN 'house' THEN true WHEN 'owed' THEN balance_micros <= 0 ELSE balance_micros >= 0 END);
ALTER TABLE ledger_entries
  ADD CONSTRAINT ledger_entries_position_natural CHECK (position >= 0),
  ADD CONSTRAINT ledger_entries_moves_something CHECK (amount_micros <> 0);
ALTER TABLE instance_settings
  ADD CONSTRAINT instance_settings_grants CHECK (welcome_micros >= 0 AND stipend_micros >= 0);

CREATE FUNCTION open_person_accounts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ledger_accounts (id, kind, user_id)
  SELECT kind || ':' || NEW.id, kind, NEW.id FROM unnest(ARRAY['person', 'escrow', 'owed']) AS kind;
  RETURN NULL;
END $$;
CREATE TRIGGER open_accounts AFTER INSERT ON users FOR EACH ROW EXECUTE FUNCTION open_person_accounts();
INSERT INTO ledger_accounts (id, kind) VALUES ('house', 'house');
INSERT INTO ledger_accounts (id, kind, user_id)
SELECT kind || ':' || users.id, kind, users.id FROM users, unnest(ARRAY['person', 'escrow', 'owed']) AS kind;

-- A cached balance is what the entries come to, because nothing else can change it.
CREATE FUNCTION keep_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.balance_micros := 0;
  ELSIF NEW.id <> OLD.id OR NEW.kind <> OLD.kind OR (NEW.balance_micros <> OLD.balance_micros AND pg_trigger_depth() < 2) THEN
    RAISE EXCEPTION 'balance_must_follow_entries' USING ERRCODE = 'PA002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_balance BEFORE INSERT OR UPDATE ON ledger_accounts FOR EACH ROW EXECUTE FUNCTION keep_balance();
CREATE TRIGGER keep_account BEFORE DELETE ON ledger_accounts FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER keep_account_whole BEFORE TRUNCATE ON ledger_accounts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION add_entries_to_balances() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE ledger_accounts AS a SET balance_micros = a.balance_micros + moved.micros
  FROM (SELECT account_id, sum(amount_micros)::bigint AS micros FROM added GROUP BY account_id) AS moved
  WHERE a.id = moved.account_id AND moved.micros <> 0;
  RETURN NULL;
END $$;
CREATE TRIGGER add_to_balances AFTER INSERT ON ledger_entries REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION add_entries_to_balances();

-- A transaction balances when it is committed. Its last entry looks at all of them; positions have no gap, so nothing
-- can be put before the last one later on.
CREATE FUNCTION ensure_entries_sum_to_zero() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  total numeric;
  counted bigint;
  last int;
BEGIN
  IF EXISTS (SELECT FROM ledger_entries WHERE transaction_id = NEW.transaction_id AND position > NEW.position) THEN
    RETURN NULL;
  END IF;
  SELECT sum(amount_micros), count(*), max(position) INTO total, counted, last
  FROM ledger_entries WHERE transaction_id = NEW.transaction_id;
  IF total <> 0 OR counted <> last + 1 THEN
    RAISE EXCEPTION 'entries_must_sum_to_zero: transaction % has % micros too many', NEW.transaction_id, total USING ERRCODE = 'PA003';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER sum_to_zero AFTER INSERT ON ledger_entries DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION ensure_entries_sum_to_zero();

CREATE FUNCTION ensure_transaction_has_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM ledger_entries WHERE transaction_id = NEW.id) THEN
    RAISE EXCEPTION 'transaction_must_have_entries' USING ERRCODE = 'PA003';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER has_entries AFTER INSERT ON ledger_transactions DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION ensure_transaction_has_entries();

-- Markets.
CREATE FUNCTION holds_back_no_more_than_held(shares bigint[], reserved bigint[]) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT cardinality(shares) = cardinality(reserved) AND bool_and(held >= 0 AND back >= 0 AND back <= held)
  FROM unnest(shares, reserved) AS each (held, back);
$$;
ALTER TABLE markets
  ADD CONSTRAINT markets_liquidity_positive CHECK (liquidity_micros > 0 AND subsidy_micros > 0),
  ADD CONSTRAINT markets_account_is_own CHECK (account_id = 'market:' || question_id),
  ADD CONSTRAINT markets_outcomes CHECK (cardinality(opening_prices) > 1 AND cardinality(opening_prices) = cardinality(sold_micros)),
  ADD CONSTRAINT markets_sold_natural CHECK (0 <= ALL (sold_micros));
ALTER TABLE trades
  ADD CONSTRAINT trades_action_known CHECK (action IN ('buy', 'sell') AND side IN ('yes', 'no')),
  ADD CONSTRAINT trades_shares_positive CHECK (shares_micros > 0 AND redeemed_micros >= 0),
  ADD CONSTRAINT trades_number_positive CHECK (number > 0);
ALTER TABLE positions
  ADD CONSTRAINT positions_reserved_held CHECK (holds_back_no_more_than_held(shares_micros, reserved_micros));
ALTER TABLE limit_orders
  ADD CONSTRAINT limit_orders_action_known CHECK (action IN ('buy', 'sell') AND side IN ('yes', 'no')),
  ADD CONSTRAINT limit_orders_limit_inside CHECK (limit_micros BETWEEN 1000 AND 999000 AND limit_micros % 1000 = 0),
  ADD CONSTRAINT limit_orders_remaining CHECK (
    0 <= remaining_micros AND remaining_micros <= shares_micros AND shares_micros > 0 AND shares_micros % 1000 = 0 AND remaining_micros % 1000 = 0),
  ADD CONSTRAINT limit_orders_reserved CHECK (reserved_micros =
    CASE WHEN closed_at IS NULL AND action = 'buy' THEN remaining_micros / 1000 * (limit_micros / 1000) ELSE 0 END),
  ADD CONSTRAINT limit_orders_closed CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
  ADD CONSTRAINT limit_orders_closed_by_known CHECK (closed_by IN ('filled', 'cancelled', 'expired', 'replaced', 'settled'));
-- The book: what still rests.
CREATE INDEX limit_orders_resting ON limit_orders (question_id, sequence) WHERE closed_at IS NULL;

-- What the maker was opened with stays.
CREATE FUNCTION keep_market() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.liquidity_micros <> OLD.liquidity_micros OR NEW.subsidy_micros <> OLD.subsidy_micros
    OR NEW.opening_prices <> OLD.opening_prices OR NEW.trade_count < OLD.trade_count THEN
    RAISE EXCEPTION 'record_must_not_change: a market keeps its terms' USING ERRCODE = 'PA002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON markets FOR EACH ROW EXECUTE FUNCTION keep_market();

-- As for forecasts: a trade or an order is stamped, and refused unless its question is open at that instant.
CREATE FUNCTION question_is_open(question uuid, at timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM questions q JOIN publications p ON p.question_id = q.id
    WHERE q.id = question AND q.opens_at <= at AND at < q.closes_at
      AND NOT EXISTS (SELECT FROM final_resolutions f WHERE f.question_id = q.id));
$$;
CREATE FUNCTION admit_trade() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.import_batch_id IS NULL THEN
    NEW.made_at := date_trunc('milliseconds', clock_timestamp());
    IF NOT question_is_open(NEW.question_id, NEW.made_at) THEN
      RAISE EXCEPTION 'question_must_be_open' USING ERRCODE = 'PA001';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER admit BEFORE INSERT ON trades FOR EACH ROW EXECUTE FUNCTION admit_trade();
CREATE FUNCTION admit_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.placed_at := date_trunc('milliseconds', clock_timestamp());
  IF NOT question_is_open(NEW.question_id, NEW.placed_at) THEN
    RAISE EXCEPTION 'question_must_be_open' USING ERRCODE = 'PA001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER admit BEFORE INSERT ON limit_orders FOR EACH ROW EXECUTE FUNCTION admit_order();

CREATE TRIGGER stamp BEFORE INSERT ON ledger_transactions FOR EACH ROW EXECUTE FUNCTION stamp('made_at');
CREATE TRIGGER stamp BEFORE INSERT ON market_settlements FOR EACH ROW EXECUTE FUNCTION stamp('settled_at');

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['ledger_transactions', 'ledger_entries', 'trades', 'trade_legs', 'market_settlements']
  LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
  END LOOP;
END $$;
