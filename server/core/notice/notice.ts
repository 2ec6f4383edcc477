/** A question as a notice names it: with the title that it had. */
export interface NamedQuestion {
  readonly slug: string;
  readonly title: string;
}

/** An outcome as it is stored (null for a void), and the label of the option that it is, if it is one. */
export interface NamedOutcome {
  readonly value: string | null;
  readonly label: string | null;
}

/** An event of a log as a notice names it. */
export interface NamedEvent {
  readonly id: string;
  readonly headline: string;
}

interface OnQuestion {
  readonly question: NamedQuestion;
}

interface WithReason extends OnQuestion {
  readonly reason: string;
}

interface ProposedAnswer extends OnQuestion {
  readonly outcome: NamedOutcome;
  /** Epoch milliseconds. */
  readonly challengeUntil: number;
}

interface DoubtedEvent {
  readonly event: NamedEvent;
  readonly topic: string;
  readonly reason: string;
  /** The question of the reader's whose answer cites the event; null for somebody who follows the topic. */
  readonly question: NamedQuestion | null;
}

/** Everything that people are notified of, with what its words need. Values and codes, and texts that people wrote; no sentence of ours. */
export interface NoticeParams {
  readonly criteria_changed: WithReason & { readonly sentence: string };
  readonly question_clarified: OnQuestion & { readonly text: string };
  readonly resolution_proposed: ProposedAnswer & { readonly isNew: boolean };
  readonly resolution_amended: ProposedAnswer;
  readonly resolution_challenged: WithReason;
  readonly resolution_rejected: WithReason;
  /** It was too early to answer. */
  readonly resolution_returned: WithReason;
  /** The engine took its own proposal back. */
  readonly resolution_withdrawn: WithReason;
  readonly resolution_final: OnQuestion & { readonly outcome: NamedOutcome; readonly peer: number | null };
  readonly resolution_superseded: OnQuestion & {
    readonly outcome: NamedOutcome;
    readonly before: NamedOutcome;
    readonly peer: number | null;
    readonly peerBefore: number | null;
  };
  /** The log no longer agrees with a final answer. */
  readonly resolution_flagged: WithReason;
  readonly resolution_due: OnQuestion;
  readonly reopening_requested: WithReason;
  readonly reopening_granted: WithReason;
  readonly reopening_declined: WithReason;
  readonly suggestion_taken_up: { readonly title: string };
  readonly suggestion_declined: { readonly title: string; readonly reason: string };
  readonly suggested_answer_proposed: WithReason;
  readonly suggested_answer_declined: WithReason;
  readonly event_logged: { readonly event: NamedEvent; readonly topic: string };
  readonly signal_matched: { readonly event: NamedEvent; readonly signals: readonly string[] };
  readonly event_disputed: DoubtedEvent;
  readonly event_retracted: DoubtedEvent;
  readonly market_settled: OnQuestion & {
    readonly isVoid: boolean;
    /** Since when the answer was publicly known, epoch milliseconds. */
    readonly knownAt: number;
    readonly reversedTrades: number;
  };
  readonly order_filled: OnQuestion & {
    readonly action: "buy" | "sell";
    /** Whole numbers of micro-shares and micro-credits, in digits. */
    readonly sharesMicros: string;
    readonly limitMicros: string;
  };
  readonly tournament_table_published: {
    readonly tournament: NamedQuestion;
    /** The first is frozen; later ones are amended. */
    readonly version: number;
  };
  /** Stands for a stored notice that this version cannot read; it is never stored. */
  readonly unreadable: Readonly<Record<string, never>>;
  /** A notice from before notices were kinds with parameters. */
  readonly message: { readonly title: string; readonly body: string; readonly href: string };
}

export type NoticeKind = keyof NoticeParams;

/** One notice: of some kinds, with the parameters of its kind. */
export type Notice<K extends NoticeKind = NoticeKind> = {
  [Kind in K]: { readonly kind: Kind; readonly params: NoticeParams[Kind] };
}[K];
