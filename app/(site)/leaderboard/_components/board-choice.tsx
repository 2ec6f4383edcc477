import { Button } from "#app/_components/button.tsx";
import { Select } from "#app/_components/select.tsx";
import { api } from "#app/_trpc/server.ts";
import { seasonOfSlug } from "#core/ranking/season-of.ts";
import type { BoardParams } from "./board-params.ts";

/** Which board: all time, a season, a topic. A plain form whose answer is an address. */
export async function BoardChoice({ params }: { params: BoardParams }) {
  const { seasons, topics } = await (await api()).board.list();
  // A season that was asked for and has nobody yet is still the one that is shown.
  const asked = params.season ? seasonOfSlug(params.season) : null;
  const shown = asked && !seasons.some(({ slug }) => slug === asked.slug) ? [asked, ...seasons] : seasons;
  return (
    <form action="/leaderboard" className="mb-6 grid grid-cols-[1fr_auto] gap-3 sm:flex">
      {params.bots ? <input type="hidden" name="who" value="bots" /> : null}
      <Select name="board" aria-label="Board" defaultValue={params.board} className="max-w-full sm:w-auto">
        <option value="all">All time</option>
        <optgroup label="Seasons">
          {shown.map(({ slug, label }) => (
            <option key={slug} value={`season:${slug}`}>
              {label}
            </option>
          ))}
        </optgroup>
        <optgroup label="Topics">
          {topics.map(({ slug, title }) => (
            <option key={slug} value={`topic:${slug}`}>
              {title}
            </option>
          ))}
        </optgroup>
      </Select>
      <Button type="submit" tone="secondary">
        Show
      </Button>
    </form>
  );
}
