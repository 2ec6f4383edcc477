import type { inferRouterOutputs } from "@trpc/server";
import { shortCredits } from "#app/_market/credits-text.ts";
import { countText } from "#core/text/count-text.ts";
import type { AppRouter } from "#server/api/root.ts";

type Preview = inferRouterOutputs<AppRouter>["resolution"]["queue"][number]["preview"];

function linesOf({ scored, rescored, lateForecasts, told, boards, market }: Preview): string[] {
  const scores =
    scored === 0 && rescored === 0
      ? "Nobody is scored."
      : `${countText(scored, "person is", "people are")} scored${rescored > 0 ? `; ${countText(rescored, "score", "scores")} of the earlier answer ${rescored === 1 ? "is" : "are"} taken back` : ""}.`;
  return [
    scores,
    ...(boards.length > 0 ? [`Boards: ${boards.join(", ")}.`] : []),
    ...(lateForecasts > 0
      ? [`${countText(lateForecasts, "forecast", "forecasts")} made once it was known earn nothing.`]
      : []),
    ...(market ? [marketLine(market)] : []),
    `${countText(told, "person is", "people are")} told.`,
  ];
}

function marketLine({ holders, payoutMicros, lateTrades }: NonNullable<Preview["market"]>): string {
  const late = lateTrades > 0 ? ` after ${countText(lateTrades, "late trade is", "late trades are")} reversed` : "";
  const paid =
    payoutMicros === null
      ? "gets back what it cost"
      : `shares ${shortCredits(String(payoutMicros))} credits for winning shares`;
  return `Market: ${countText(holders, "holder", "holders")} ${paid}${late}.`;
}

/** What will happen on approval, before it does. */
export function ApprovalPreview({ preview }: { preview: Preview }) {
  return (
    <div className="text-sm">
      <p className="font-medium">On approval</p>
      <ul className="mt-1 list-disc space-y-0.5 pl-5 text-soft">
        {linesOf(preview).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
