import { setTimeout as sleep } from "node:timers/promises";
import { TRPCClientError } from "@trpc/client";
import { clientOf, sendInTurn } from "#tests/kill/submissions.ts";

const PAGES = ["/", "/questions", "/questions/question-1", "/events", "/leaderboard", "/me", "/portfolio"];
/** More than this under way at once is a server that does not keep up: nothing is added to it. */
const MAX_UNDER_WAY = 40;

export interface LoadFigures {
  answered: number;
  /** By a rule, such as that credits do not suffice. */
  refused: number;
  failed: string[];
  /** Left out, since the server did not keep up. */
  leftOut: number;
}

interface Load {
  readonly origin: string;
  readonly sessions: readonly string[];
  readonly questionId: string;
  readonly perSecond: number;
}

/** Reads pages and the API, forecasts, trades and places orders at a fixed rate, until told to stop. */
export function mixedLoad({ origin, sessions, questionId, perSecond }: Load) {
  const figures: LoadFigures = { answered: 0, refused: 0, failed: [], leftOut: 0 };
  let isOver = false;
  let sent = 0;
  const underWay = new Set<Promise<void>>();

  async function read(path: string, cookie: string): Promise<void> {
    const response = await fetch(`${origin}${path}`, { headers: cookie ? { cookie } : {} });
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${path} is answered with ${response.status}`);
  }

  async function one(number: number): Promise<void> {
    const cookie = sessions[number % sessions.length] ?? "";
    const kind = number % 10;
    // Of the pages, the first ones are for everybody.
    if (kind < 3) return read(PAGES[number % 5] ?? "/", "");
    if (kind < 6) return read(PAGES[number % PAGES.length] ?? "/", cookie);
    if (kind === 6) return read("/api/trpc/user.viewer,market.portfolio?batch=1&input=%7B%7D", cookie);
    const submission = { key: `long-${number}`, probability: 0.05 + (number % 90) / 100 };
    await sendInTurn(clientOf(origin, cookie), questionId, submission);
  }

  async function counted(number: number): Promise<void> {
    try {
      await one(number);
      figures.answered++;
    } catch (error) {
      const isRule = error instanceof TRPCClientError && Number(error.data?.httpStatus) < 500;
      if (isRule) figures.refused++;
      else figures.failed.push(String(error));
    }
  }

  async function go(): Promise<void> {
    while (!isOver) {
      await sleep(1000 / perSecond);
      if (underWay.size >= MAX_UNDER_WAY) {
        figures.leftOut++;
        continue;
      }
      const request = counted(sent++).finally(() => underWay.delete(request));
      underWay.add(request);
    }
  }
  const going = go();
  return {
    async stop(): Promise<LoadFigures> {
      isOver = true;
      await going;
      await Promise.all(underWay);
      return figures;
    },
  };
}
