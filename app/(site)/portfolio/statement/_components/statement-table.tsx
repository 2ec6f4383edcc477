import type { inferRouterOutputs } from "@trpc/server";
import { DataTable } from "#app/_components/data-table.tsx";
import { Instant } from "#app/_components/instant.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { shortCredits, signedCredits } from "#app/_market/credits-text.ts";
import type { AppRouter } from "#server/api/root.ts";

type Entry = inferRouterOutputs<AppRouter>["ledger"]["statement"]["items"][number];

const ACCOUNTS: Record<string, string> = { balance: "to spend", escrow: "set aside", owed: "owed" };

/** Entries of one's own accounts, the newest first, with what each account held after it. */
export function StatementTable({ items }: { items: readonly Entry[] }) {
  return (
    <DataTable
      caption="Entries, newest first"
      rows={items}
      keyOf={({ id }) => id}
      columns={[
        { key: "what", header: "What", cell: (entry) => <What entry={entry} />, namesRow: true },
        { key: "when", header: "When", cell: ({ madeAt }) => <Instant at={madeAt.getTime()} form="absolute" /> },
        { key: "account", header: "Account", cell: ({ account }) => ACCOUNTS[account] ?? account },
        {
          key: "amount",
          header: "Credits",
          cell: ({ amountMicros }) => <span className="font-medium">{signedCredits(amountMicros)}</span>,
          isNumber: true,
          staysNarrow: true,
        },
        { key: "after", header: "After it", cell: ({ balanceMicros }) => shortCredits(balanceMicros), isNumber: true },
      ]}
      detail={({ madeAt, account, balanceMicros }) => (
        <>
          <Instant at={madeAt.getTime()} form="absolute" /> · {ACCOUNTS[account] ?? account}, then{" "}
          {shortCredits(balanceMicros)}
        </>
      )}
    />
  );
}

function What({ entry: { label, note, question } }: { entry: Entry }) {
  return (
    <>
      <span className="font-medium">{label}</span>
      {question ? (
        <>
          {" · "}
          <PageLink href={`/questions/${question.slug}#market`} className="link">
            {question.title}
          </PageLink>
        </>
      ) : null}
      {note ? <span className="block text-soft">{note}</span> : null}
    </>
  );
}
