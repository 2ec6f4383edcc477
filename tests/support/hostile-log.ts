import { alone, fillings, joined, note, type Stage } from "./hostile-fields.ts";
import type { HostileText } from "./hostile-payloads.ts";

const DAY_MS = 86_400_000;

/** Topics: their titles and their stories. Gives the first. */
export async function placeTopics(stage: Stage, texts: readonly HostileText[]): Promise<{ id: string; slug: string }> {
  const stories = fillings(texts, 20_000);
  const made: { id: string; slug: string }[] = [];
  for (const [i, title] of fillings(texts, 160).slice(0, 40).entries()) {
    const story = stories[i];
    const slug = `hostile-topic-${i}`;
    const summary = story ? joined(story) : "A story.";
    made.push({
      ...(await stage.moderator.topic.create.mutate({ slug, title: alone(title), summary, isFictional: true })),
      slug,
    });
    note(stage, "/topics", "a topic's title", title);
    if (story) note(stage, `/topics/${slug}`, "a topic's story", story);
  }
  const [first] = made;
  if (!first) throw new Error("No topic was made.");
  return first;
}

/** Events: headline, place, unit, description, and all that is said of their sources. */
export async function placeEvents(stage: Stage, topicId: string, texts: readonly HostileText[]): Promise<string> {
  const [headlines, descriptions] = [fillings(texts, 240), fillings(texts, 20_000)];
  const [places, units] = [fillings(texts, 120), fillings(texts, 40)];
  const [quotes, publishers] = [fillings(texts, 300), fillings(texts, 120)];
  let [last, at] = ["", Date.now() - 20 * DAY_MS];
  for (const [i, headline] of headlines.entries()) {
    const from = i * 30;
    const sources = quotes.slice(from, from + 30).map((words, j) => ({
      url: `https://example.org/a/${from + j}?${encodeURIComponent(alone(words)).slice(0, 900)}`,
      publisher: alone(publishers[from + j]) || "Gazette",
      title: alone(words),
      quote: alone(words),
      publishedAt: new Date(at + 120_000),
      tier: "press" as const,
    }));
    const plain = {
      url: `https://example.org/b/${i}`,
      publisher: "Gazette",
      title: "News",
      publishedAt: new Date(at),
      tier: "press" as const,
    };
    const { id } = await stage.moderator.event.log.mutate({
      topicId,
      headline: alone(headline),
      description: joined(descriptions[i]),
      type: "CONSULT.visit",
      occurredFrom: new Date(at),
      occurredUntil: new Date(at + 60_000),
      precision: "instant",
      placeName: alone(places[i]) || "Muscat",
      magnitude: units[i] ? { value: 1, unit: alone(units[i]) } : null,
      sources: sources.length > 0 ? sources : [plain],
    });
    note(stage, "/events", "an event's headline", headline);
    if (sources.length > 0) {
      const shown = [
        ...(descriptions[i] ?? []),
        ...quotes.slice(from, from + 30).flat(),
        ...publishers.slice(from, from + sources.length).flat(),
      ];
      note(stage, `/events/${id}`, "an event's description, sources and quotes", shown);
    }
    [last, at] = [id, at + 60_000];
  }
  return last;
}

/** What is said of an event afterwards: why it was revised, and why it no longer stands. */
export async function placeReasons(stage: Stage, eventId: string, texts: readonly HostileText[]): Promise<void> {
  const [first = [], ...others] = fillings(texts, 2000);
  await stage.moderator.event.setStatus.mutate({ eventId, status: "disputed", reason: joined(first) });
  note(stage, `/events/${eventId}`, "why an event was changed", first);
  for (const [i, reason] of others.slice(0, 6).entries()) {
    await stage.moderator.event.setStatus.mutate({
      eventId,
      status: i % 2 ? "disputed" : "retracted",
      reason: joined(reason),
    });
    note(stage, `/events/${eventId}`, "why an event was changed", reason);
  }
}

/** Events of a file, which wait to be taken in. */
export async function placeWaiting(stage: Stage, topicId: string, texts: readonly HostileText[]): Promise<void> {
  const rows = fillings(texts, 110).map((words, i) => ({
    id: `row-${i}`,
    headline: alone(words),
    type: "CONSULT.visit",
    date: "2026-02-06T10:00:00Z",
    url: `https://example.org/waiting/${i}`,
    publisher: alone(words),
    title: alone(words),
    description: alone(words),
    place: alone(words),
  }));
  const file = { format: "json" as const, fileName: "<img src=x onerror=canary(0)>.json", text: JSON.stringify(rows) };
  await stage.moderator.inbox.import.mutate({ topicId, ...file });
  const [shown] = [fillings(texts, 110).flat()];
  note(stage, "/admin/events/inbox?topic=hostile-topic-0", "an event that waits", shown);
}
