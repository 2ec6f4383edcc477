import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Rgb = readonly [number, number, number];
const css = readFileSync("app/globals.css", "utf8");
const pattern = /--color-([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g;
const tokens = new Map(
  [...css.matchAll(pattern)].map(([, name, light, dark]) => [name!, { light: light!, dark: dark! }]),
);
const themes = ["light", "dark"] as const;

function rgbOf(hex: string): Rgb {
  return [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16)) as unknown as Rgb;
}

function colour(name: string, theme: (typeof themes)[number]): Rgb {
  const token = tokens.get(name);
  if (token === undefined) throw new Error(`There is no token ${name}.`);
  return rgbOf(token[theme]);
}

/** WCAG 2.2: relative luminance, and the ratio of two. */
function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: Rgb, b: Rgb): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

function over(top: Rgb, share: number, ground: Rgb): Rgb {
  return top.map((part, index) => part * share + ground[index]! * (1 - share)) as unknown as Rgb;
}

const grounds = ["paper", "raised", "sunken"];
const words = ["ink", "soft", "faint", "accent", "accent-strong", "yes", "no", "pending", "challenged", "void"];
const texts = [...words, "success", "danger"];

test("every colour is defined once, for both themes", () => {
  const names = [...css.matchAll(/--color-([a-z0-9-]+):/g)].map((match) => match[1]);
  expect(tokens.size).toBeGreaterThan(20);
  expect(names.length).toBe(new Set(names).size);
});

test.each(themes)("every text colour keeps 4.5:1 on every ground in the %s theme", (theme) => {
  for (const text of texts)
    for (const ground of grounds)
      expect(contrast(colour(text, theme), colour(ground, theme)), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
});

test.each(themes)("a badge's words keep 4.5:1 on their own wash in the %s theme", (theme) => {
  for (const tone of ["accent", "yes", "no", "pending", "challenged", "void", "success", "danger"])
    for (const ground of grounds) {
      const wash = over(colour(tone, theme), 0.12, colour(ground, theme));
      expect(contrast(colour(tone, theme), wash), `${tone} on its wash over ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
});

test.each(themes)("secondary words keep 4.5:1 on every notice and marked row in the %s theme", (theme) => {
  for (const tone of ["accent", "success", "pending", "danger", "ink"]) {
    const wash = over(colour(tone, theme), 0.08, colour("paper", theme));
    for (const text of ["ink", "soft", "faint", "accent"])
      expect(contrast(colour(text, theme), wash), `${text} on a wash of ${tone}`).toBeGreaterThanOrEqual(4.5);
  }
});

test.each(themes)("words on the accent keep 4.5:1 in the %s theme", (theme) => {
  for (const ground of ["accent", "accent-strong"])
    expect(contrast(colour("on-accent", theme), colour(ground, theme)), ground).toBeGreaterThanOrEqual(4.5);
});

test.each(themes)("outlines of controls and lines of charts keep 3:1 in the %s theme", (theme) => {
  const lines = ["outline", ...Array.from({ length: 8 }, (_, index) => `option-${index + 1}`)];
  for (const line of lines)
    for (const ground of ["paper", "raised"])
      expect(contrast(colour(line, theme), colour(ground, theme)), `${line} on ${ground}`).toBeGreaterThanOrEqual(3);
});

test("components and charts name no colour but the tokens", () => {
  const folders = ["app/_components", "app/_charts"];
  const files = folders.flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`));
  expect(files.length).toBeGreaterThan(40);
  for (const file of files)
    expect(readFileSync(file, "utf8"), file).not.toMatch(/#[0-9a-f]{6}\b|#[0-9a-f]{3}\b|rgba?\(|hsla?\(|oklch\(/i);
});

test("the browser's own bar has the colour of the paper in both themes", () => {
  const named = readFileSync("app/layout.tsx", "utf8").match(/#[0-9a-f]{6}/g);
  expect(named).toEqual([tokens.get("paper")?.light, tokens.get("paper")?.dark]);
});
