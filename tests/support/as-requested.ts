/**
 * Services that take what their input schema makes of a request, called as a request would call them: values are left out and checked as
 * at the API's door.
 */
import type { z } from "zod";
import { signCoverageInput } from "#services/coverage/input.ts";
import * as coverage from "#services/coverage/sign-coverage.ts";
import * as duplicates from "#services/event/find-duplicates.ts";
import { eventDuplicatesInput, listEventsInput } from "#services/event/input.ts";
import * as events from "#services/event/list-events.ts";
import * as inboxDecisions from "#services/inbox/decide-inbox.ts";
import * as eventImports from "#services/inbox/import-events.ts";
import { decideInboxInput, importEventsInput, listInboxInput } from "#services/inbox/input.ts";
import * as inbox from "#services/inbox/list-inbox.ts";
import * as credits from "#services/ledger/credit-settings.ts";
import * as grants from "#services/ledger/grant-credits.ts";
import { creditSettingsInput, grantCreditsInput, statementInput } from "#services/ledger/input.ts";
import * as ledger from "#services/ledger/statement.ts";
import {
  openMarketInput,
  placeOrderInput,
  profitBoardInput,
  quoteInput,
  tradeInput,
  tradesInput,
} from "#services/market/input.ts";
import * as markets from "#services/market/open-market.ts";
import * as orders from "#services/market/place-order.ts";
import * as profits from "#services/market/profit-board.ts";
import * as marketQueries from "#services/market/queries.ts";
import * as quotes from "#services/market/quote.ts";
import * as trades from "#services/market/trade.ts";
import { listNoticesInput } from "#services/notice/input.ts";
import * as notices from "#services/notice/queries.ts";
import { createSignalInput, reviseSignalInput, signalListInput } from "#services/signal/input.ts";
import * as signals from "#services/signal/queries.ts";
import * as signalCommands from "#services/signal/write-signal.ts";

const asRequested =
  <Context, Schema extends z.ZodType, Result>(
    schema: Schema,
    service: (ctx: Context, input: z.output<Schema>) => Result,
  ) =>
  async (ctx: Context, request: z.input<Schema>): Promise<Awaited<Result>> =>
    await service(ctx, schema.parse(request));

export const signCoverage = asRequested(signCoverageInput, coverage.signCoverage);
export const findDuplicates = asRequested(eventDuplicatesInput, duplicates.findDuplicates);
export const listEvents = asRequested(listEventsInput, events.listEvents);
export const decideInbox = asRequested(decideInboxInput, inboxDecisions.decideInbox);
export const importEvents = asRequested(importEventsInput, eventImports.importEvents);
export const listInbox = asRequested(listInboxInput, inbox.listInbox);
export const setCreditSettings = asRequested(creditSettingsInput, credits.setCreditSettings);
export const grantCredits = asRequested(grantCreditsInput, grants.grantCredits);
export const statement = asRequested(statementInput, ledger.statement);
export const openMarket = asRequested(openMarketInput, markets.openMarket);
export const placeOrder = asRequested(placeOrderInput, orders.placeOrder);
export const profitBoard = asRequested(profitBoardInput, profits.profitBoard);
export const quote = asRequested(quoteInput, quotes.quote);
export const trade = asRequested(tradeInput, trades.trade);
export const tradesOfQuestion = asRequested(tradesInput, marketQueries.tradesOfQuestion);
export const listNotices = asRequested(listNoticesInput, notices.listNotices);
export const createSignal = asRequested(createSignalInput, signalCommands.createSignal);
export const reviseSignal = asRequested(reviseSignalInput, signalCommands.reviseSignal);
export const listSignals = asRequested(signalListInput, signals.listSignals);
