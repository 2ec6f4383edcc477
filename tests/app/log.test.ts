import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { faultsOf, launchBrowser, signedInAs } from "#tests/support/browser.ts";
import { type ServedParley, serveParley } from "#tests/support/served-parley.ts";

let parley: ServedParley;
let browser: Browser;
let moderator: Page;
let faults: string[];
beforeAll(async () => {
  [parley, browser] = [await serveParley({ env: { PARLEY_FETCH_SOURCES: "on" } }), await launchBrowser()];
  ({ page: moderator } = await signedInAs(browser, parley.origin, "moderator"));
  faults = faultsOf(moderator);
});
afterAll(async () => {
  await browser.close();
  await parley.dispose();
});

const TOPIC = "aldermere-strait-fictional";
const DAY_MS = 86_400_000;
const day = (daysAgo: number) => new Date(Date.now() - daysAgo * DAY_MS).toISOString().slice(0, 10);

/** Everything by keys: what was copied is typed into the first field, then each field that is still empty. */
async function logByKeys(headline: string, on: string, path: string, type: string): Promise<void> {
  const { keyboard } = moderator;
  await moderator.locator("[data-focus=paste]").focus();
  await keyboard.type(`${headline}, ${on} https://gazette.example.org/${path}`);
  await keyboard.press("Enter");
  await moderator.locator("[data-focus=type]:focus").waitFor();
  await keyboard.type(type);
  // Who the story is about stays for the next event; a name will do for a code.
  for (const [place, name] of ["Valdoria", "Kessim"].entries()) {
    const field = moderator.getByLabel("Code or name").nth(place);
    if ((await field.inputValue()) !== "") continue;
    await field.focus();
    await keyboard.type(name);
  }
  await moderator.getByLabel("Published").focus();
  await moderator.getByLabel("Published").fill(`${on}T09:00`);
  await keyboard.press("Control+Enter");
  await moderator.getByRole("status").filter({ hasText: "Recorded" }).getByRole("link", { name: headline }).waitFor();
}

/** The headlines on the topic's timeline, as it is shown now. */
function headlines(page: Page): Promise<string[]> {
  return page.locator("#timeline a[href^='/events/']").allTextContents();
}

describe("a busy day at the log", () => {
  const first = "Valdoria and Kessim agree on winter rates";
  const duplicate = "Winter rates agreed by Kessim and Valdoria";
  const third = "Valdoria and Kessim agree on a common pilot";

  test("a moderator logs three events by keyboard alone, and is told of the likely duplicate while typing", async () => {
    await moderator.goto(`${parley.origin}/admin/events?topic=${TOPIC}`);
    await logByKeys(first, day(3), "rates", "Agreement (AGREE)");
    await logByKeys(third, day(2), "pilot", "Agreement (AGREE)");
    await logByKeys(duplicate, day(3), "rates-again", "Agreement (AGREE)");
    await moderator.goto(`${parley.origin}/topics/${TOPIC}`);
    expect(await headlines(moderator)).toEqual(expect.arrayContaining([first, duplicate, third]));
  });

  test("merges the duplicates, which are one on the timeline, with the sources of both and a history of each", async () => {
    await moderator.getByRole("link", { name: duplicate }).click();
    await moderator.getByRole("link", { name: "Revise" }).click();
    await moderator.getByRole("radio", { name: new RegExp(first) }).check();
    await moderator.getByLabel("Why they are one").fill("One agreement, told twice.");
    await moderator.getByRole("button", { name: "Merge" }).click();
    await moderator.getByRole("heading", { level: 1, name: first }).waitFor();
    await moderator.getByText("Includes its duplicates").waitFor();
    expect(await moderator.locator("a[href*='gazette.example.org/rates']").count()).toBe(2);
    await moderator.locator("main a[href^='/events/']", { hasText: duplicate }).click();
    await moderator.getByText("Merged into a duplicate").waitFor();
    await moderator.getByText("Revision 2").waitFor();
    await moderator.goto(`${parley.origin}/topics/${TOPIC}`);
    const told = await headlines(moderator);
    expect([told.includes(first), told.includes(duplicate)]).toEqual([true, false]);
  });

  test("sees the slider hide what was recorded later, by the arrow keys, with the address and a way back", async () => {
    const slider = moderator.getByRole("slider", { name: "The log as known at" });
    await slider.focus();
    await moderator.keyboard.press("ArrowLeft");
    await moderator.getByRole("link", { name: "back to now" }).waitFor();
    await moderator.locator("#timeline").getByRole("link", { name: duplicate }).waitFor();
    expect(moderator.url()).toContain("asOf=");
    await moderator.keyboard.press("ArrowLeft");
    await moderator.locator("#timeline").getByRole("link", { name: duplicate }).waitFor({ state: "detached" });
    expect(await headlines(moderator)).toEqual(expect.arrayContaining([first, third]));
    await moderator.keyboard.press("Home");
    await moderator.getByText("Nothing was in the log by then").waitFor();
    await moderator.getByRole("link", { name: "back to now" }).click();
    await moderator.locator("#timeline").getByRole("link", { name: first }).waitFor();
    expect(await slider.getAttribute("aria-valuetext")).toMatch(/^now/);
  });

  test("shows Persian words from right to left, and disputes an event with a public reason", async () => {
    await moderator.locator("#timeline").getByRole("link", { name: third }).click();
    await moderator.getByRole("link", { name: "Revise" }).click();
    await moderator.getByText(/Origin, quote, language/).click();
    await moderator.getByLabel("Language").fill("fa");
    await moderator.getByLabel("Quote").fill("دو طرف بر سر راهنمای مشترک توافق کردند");
    await moderator.getByLabel("Reason for the change").fill("The words of the gazette.");
    await moderator.getByRole("button", { name: "Record revision 2" }).click();
    await moderator.getByRole("status").getByRole("link", { name: third }).click();
    const quote = moderator.locator("blockquote[lang=fa]");
    expect([await quote.getAttribute("dir"), await quote.textContent()]).toEqual([
      "rtl",
      "دو طرف بر سر راهنمای مشترک توافق کردند",
    ]);
    await moderator.getByRole("link", { name: "Revise" }).click();
    await moderator.getByLabel("Reason for the new status").fill("Kessim denies it.");
    await moderator.getByRole("button", { name: "Dispute" }).click();
    await moderator.getByText("Kessim denies it. While it is disputed").waitFor();
    await moderator.getByText("Revision 3").waitFor();
  });

  test("brings in a file: how it reads, what waits, what is taken in or dismissed, and nothing twice", async () => {
    const rows = [
      "id,headline,type,date,country,place,actors,url",
      `1,Pilots of both shores meet,CONSULT,${day(4)},,Port Orsa,XVA;XKE,https://gazette.example.org/pilots`,
      `2,A buoy is mended,AID,${day(4)},,,XVA;XKE,https://gazette.example.org/buoy`,
      `3,Something happens,HAPPEN,${day(4)},,,XVA,https://gazette.example.org/something`,
    ].join("\n");
    await moderator.goto(`${parley.origin}/admin/events/inbox?topic=${TOPIC}`);
    const bring = async () => {
      await moderator.locator("summary", { hasText: "Bring in a file" }).click();
      await moderator.getByLabel("It comes from").selectOption("csv");
      const file = { name: "week.csv", mimeType: "text/csv", buffer: Buffer.from(rows) };
      await moderator.getByLabel("File", { exact: true }).setInputFiles(file);
      await moderator.getByRole("button", { name: "Look at it first" }).click();
      await moderator.getByText("Of the first 3 rows, 2 can be taken in.").waitFor();
      await moderator.getByRole("button", { name: "Bring in all of it" }).click();
    };
    await bring();
    await moderator.getByText("2 events of 3 rows wait below").waitFor();
    await moderator.getByText("The first lines left out").click();
    await moderator.getByText(/^Line 4, type: .*HAPPEN/).waitFor();
    const saving = moderator.waitForEvent("download");
    await moderator.getByRole("button", { name: "Download the rows left out" }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe("week-left-out.csv");
    const [header, ...rest] = rows.split("\n");
    const leftOut = `${header},fault\n${rest[2]},type: “HAPPEN” is no type of event.\n`;
    expect(readFileSync(await saved.path(), "utf8")).toBe(leftOut);
    const waits = (headline: string) => moderator.getByRole("listitem").filter({ hasText: headline });
    await waits("Pilots of both shores meet").getByRole("button", { name: "Take in" }).click();
    await moderator.getByText("1 taken into the log").waitFor();
    await waits("A buoy is mended").getByRole("button", { name: "Dismiss" }).click();
    await moderator.getByText("1 dismissed").waitFor();
    await moderator.getByText("Nothing waits").waitFor();
    await moderator.reload();
    await bring();
    await moderator.getByText("0 events of 3 rows wait below").waitFor();
    await moderator.goto(`${parley.origin}/topics/${TOPIC}`);
    const told = await headlines(moderator);
    expect([told.includes("Pilots of both shores meet"), told.includes("A buoy is mended")]).toEqual([true, false]);
  });

  test("brings in a zip as it is published, unpacked in the browser, and says what is wrong with a file that it cannot read", async () => {
    const files = "tests/services/inbox/files";
    const look = async (form: string, name: string) => {
      await moderator.goto(`${parley.origin}/admin/events/inbox?topic=${TOPIC}`);
      await moderator.locator("summary", { hasText: "Bring in a file" }).click();
      await moderator.getByLabel("It comes from").selectOption(form);
      await moderator.getByLabel("File", { exact: true }).setInputFiles(`${files}/${name}`);
      await moderator.getByRole("button", { name: "Look at it first" }).click();
    };
    await look("csv", "latin1.csv");
    await moderator.getByRole("alert").filter({ hasText: "Line 2 is not UTF-8" }).waitFor();
    await look("gdelt", "gdelt.export.CSV.zip");
    await moderator.getByText("Of the first 16 rows,").waitFor();
    await moderator.getByRole("button", { name: "Bring in all of it" }).click();
    await moderator.getByText(/ events of 16 rows wait below/).waitFor();
    await look("csv", "unclosed-quote.csv");
    await moderator.getByRole("button", { name: "Bring in all of it" }).click();
    await moderator.getByText("3 events of 4 rows wait below").waitFor();
    await moderator.getByText("0 rows known already, 0 repeated in the file, 1 left out.").waitFor();
  });

  test("writes a signal in words, follows it, and another moderator's event is told to who follows it", async () => {
    const { page: follower } = await signedInAs(browser, parley.origin, "forecaster");
    await moderator.goto(`${parley.origin}/admin/events/signals?topic=${TOPIC}`);
    await moderator.getByLabel("Name").fill("Threats at sea");
    await moderator.getByLabel("What kind of event").fill("threat");
    await moderator.keyboard.press("Enter");
    await moderator.getByText("Watches for threats.").waitFor();
    await moderator.getByRole("button", { name: "Save" }).click();
    await moderator.getByRole("link", { name: "Threats at sea", exact: true }).waitFor();
    await follower.goto(`${parley.origin}/topics/${TOPIC}`);
    await follower.getByRole("button", { name: /^Follow\s+Threats at sea/ }).click();
    await follower.getByRole("button", { name: /^Following\s+Threats at sea/ }).waitFor();
    await moderator.goto(`${parley.origin}/admin/events?topic=${TOPIC}`);
    await logByKeys("Kessim threatens to close the north pier", day(1), "pier", "Threat (THREATEN)");
    await follower.goto(`${parley.origin}/notices`);
    await follower.getByRole("link", { name: "Kessim threatens to close the north pier" }).first().click();
    await follower.getByRole("heading", { level: 1, name: "Kessim threatens to close the north pier" }).waitFor();
    await follower.context().close();
    expect(faults).toEqual([]);
  });

  test("has the server read a page: one that is not public is refused, with what was typed left as it is", async () => {
    await moderator.goto(`${parley.origin}/admin/events?topic=${TOPIC}`);
    await moderator.getByLabel("Address of source 1").fill("https://localhost./ledger");
    await moderator.getByLabel("Title").fill("My words");
    await moderator.getByRole("button", { name: "Read the page of source 1" }).click();
    await moderator.getByRole("alert").filter({ hasText: "not one of the public internet" }).waitFor();
    expect(await moderator.getByLabel("Title").inputValue()).toBe("My words");
    // The refusal is an answer of the server's, which the browser reports as a fault of the page.
    expect(faults.splice(0)).toEqual([expect.stringContaining("400")]);
  });
});
