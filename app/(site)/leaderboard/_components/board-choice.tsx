import type { BoardParams } from "#app/_boards/board-params.ts";
import { Button } from "#app/_components/button.tsx";
import { part } from "#app/_components/part.tsx";
import { Select } from "#app/_components/select.tsx";
import { api } from "#app/_trpc/server.ts";
import { BOARD_METRICS } from "#core/ranking/board-metrics.ts";
import { seasonOfSlug } from "#core/ranking/season-of.ts";

interface Props {
  readonly params: BoardParams;
  readonly action?: string;
}

/** Which board, and by which metric. A plain form whose answer is an address. */
export const BoardChoice = part(async ({ params, action = "/leaderboard" }: Props) => {
  const { seasons, topics, tournaments } = await (await api()).board.list();
  // A season that was asked for and has nobody yet is still the one that is shown.
  const asked = params.season ? seasonOfSlug(params.season) : null;
  const shown = asked && !seasons.some(({ slug }) => slug === asked.slug) ? [asked, ...seasons] : seasons;
  return (
    <form action={action} className="mb-6 grid gap-3 sm:flex sm:flex-wrap">
      {params.bots ? <input type="hidden" name="who" value="bots" /> : null}
      <Select name="board" aria-label="Board" defaultValue={params.board} className="w-full sm:w-auto sm:max-w-72">
        <option value="all">All time</option>
        <Boards kind="season" label="Seasons" boards={shown.map(({ slug, label }) => ({ slug, title: label }))} />
        <Boards kind="tournament" label="Tournaments" boards={tournaments} />
        <Boards kind="topic" label="Topics" boards={topics} />
      </Select>
      {action === "/leaderboard" ? (
        <Select name="by" aria-label="Metric" defaultValue={params.metric} className="w-full sm:w-auto">
          {BOARD_METRICS.map(({ key, label }) => (
            <option key={key} value={key}>
              by {label}
            </option>
          ))}
        </Select>
      ) : null}
      <Button type="submit" tone="secondary">
        Show
      </Button>
    </form>
  );
});

interface BoardsProps {
  readonly kind: string;
  readonly label: string;
  readonly boards: ReadonlyArray<{ readonly slug: string; readonly title: string }>;
}

function Boards({ kind, label, boards }: BoardsProps) {
  if (boards.length === 0) return null;
  return (
    <optgroup label={label}>
      {boards.map(({ slug, title }) => (
        <option key={slug} value={`${kind}:${slug}`}>
          {title}
        </option>
      ))}
    </optgroup>
  );
}
