import { Button } from "#app/_components/button.tsx";
import { Select } from "#app/_components/select.tsx";
import { api } from "#app/_trpc/server.ts";
import type { BoardParams } from "./board-params.ts";

/** Which board: all time, a season, a topic. A plain form whose answer is an address. */
export async function BoardChoice({ params }: { params: BoardParams }) {
  const { seasons, topics } = await (await api()).board.list();
  return (
    <form action="/leaderboard" className="mb-6 grid grid-cols-[1fr_auto] gap-3 sm:flex">
      {params.bots ? <input type="hidden" name="who" value="bots" /> : null}
      <Select name="board" aria-label="Board" defaultValue={params.board} className="max-w-full sm:w-auto">
        <option value="all">All time</option>
        <optgroup label="Seasons">
          {seasons.map(({ slug, label }) => (
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
