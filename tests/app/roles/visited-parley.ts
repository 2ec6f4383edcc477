import { yesBy } from "#tests/support/answers.ts";
import { visitDraft } from "#tests/support/questions.ts";
import { type ServedParley, serveParley } from "#tests/support/served-parley.ts";
import { askOn, callOn, sessionOn } from "#tests/support/served-session.ts";

export const VISITORS = ["anonymous", "member", "owner", "other", "moderator", "admin"] as const;
export type Visitor = (typeof VISITORS)[number];

/** The built product with the demonstration, people of every role who are signed in, and addresses of what there is. */
export interface VisitedParley {
  readonly parley: ServedParley;
  readonly cookies: Readonly<Record<Visitor, string>>;
  /** The address that a row of the table is asked for at. */
  readonly addressOf: (row: string) => string;
}

interface Listed {
  readonly items: readonly { readonly id: string; readonly slug: string; readonly type: string }[];
}

async function newMember(origin: string, name: string): Promise<string> {
  const account = { name, email: `${name}@people.example`, password: "correct horse battery" };
  await callOn(origin, "", "user.signUp", account);
  return sessionOn(origin, account.email, account.password);
}

export async function visitedParley(): Promise<VisitedParley> {
  const parley = await serveParley();
  const { origin } = parley;
  const staff = (name: string) => sessionOn(origin, `demo-${name}@example.org`, "demonstration");
  const cookies = {
    anonymous: "",
    member: await newMember(origin, "the-member"),
    owner: await newMember(origin, "the-owner"),
    other: await newMember(origin, "the-other"),
    moderator: await staff("moderator"),
    admin: await staff("admin"),
  };
  return { parley, cookies, addressOf: await addresses(origin, cookies) };
}

/** A part of an address for each part of a route that stands in brackets. */
async function addresses(origin: string, { moderator, owner }: VisitedParley["cookies"]) {
  const listed = (path: string, input: unknown) => askOn<Listed>(origin, "", path, input);
  const topics = await askOn<Listed["items"]>(origin, "", "topic.list");
  const topic = topics.find(({ slug }) => slug !== "muscat-channel") ?? topics[0];
  const topicId = topic?.id ?? "";
  const { items: questions } = await listed("question.list", { status: "open", topic: topic?.slug });
  const question = questions.find(({ type }) => type === "binary");
  const { items: events } = await listed("event.list", { topicId });
  const eventId = events[0]?.id ?? "";
  const signals = await askOn<Listed["items"]>(origin, "", "signal.list", { topicId: topics[0]?.id });
  const draft = visitDraft(topicId, { title: "Will it be that the harbour stays open?" });
  const { slug: draftSlug } = await callOn<{ slug: string }>(origin, moderator, "question.draft", draft);
  const own = await aSuggestedAnswer(origin, owner, question?.id ?? "", eventId);
  const parts: Readonly<Record<string, string>> = {
    "/events/[id]": `/events/${eventId}`,
    "/admin/events/[id]": `/admin/events/${eventId}`,
    "/admin/events/topic/[slug]": `/admin/events/topic/${topic?.slug}`,
    "/seals/[number]": "/seals/1",
    "/seals/record/[kind]/[id]": `/seals/record/publication/${question?.id}`,
    "/seals/record/[kind]/[id]@own": `/seals/record/suggested_answer/${own}`,
    "/signals/[id]": `/signals/${signals[0]?.id}`,
    "/topics/[slug]": `/topics/${topic?.slug}`,
    "/tournaments/[slug]": "/tournaments/muscat-answered",
    "/users/[name]": "/users/the-owner",
    "/questions/new@draft": `/questions/new?draft=${draftSlug}`,
  };
  return (row: string) => {
    const [route = "", kind] = row.split("@");
    return parts[row] ?? route.replace("[slug]", kind === "draft" ? draftSlug : (question?.slug ?? ""));
  };
}

/** What a member suggests as the answer of a question: to be read by them, and by those who answer it. */
async function aSuggestedAnswer(origin: string, cookie: string, questionId: string, eventId: string): Promise<string> {
  await callOn(origin, cookie, "forecast.submit", { questionId, probabilities: [0.6] });
  const answer = yesBy(eventId);
  const { suggestionId } = await callOn<{ suggestionId: string }>(origin, cookie, "resolution.suggest", {
    questionId,
    ...answer,
  });
  return suggestionId;
}
