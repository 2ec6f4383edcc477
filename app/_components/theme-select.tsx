"use client";

import { type ChangeEvent, useState } from "react";
import { THEMES, type Theme, themeOf } from "./theme.ts";

const names: Readonly<Record<Theme, string>> = { system: "Same as device", light: "Light", dark: "Dark" };
const YEAR_SECONDS = 31_536_000;

/** Light, dark or as the system: at once on this page, and kept in a cookie that the server reads for the next. */
export function ThemeSelect({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState(initial);

  function choose(event: ChangeEvent<HTMLSelectElement>) {
    const next = themeOf(event.target.value);
    setTheme(next);
    if (next === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is missing in Firefox and Safari of last year.
    document.cookie = `theme=${next}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
  }

  return (
    <label className="flex items-center gap-2">
      Theme
      <select
        value={theme}
        onChange={choose}
        className="h-8 rounded-md border border-outline bg-raised px-2 text-sm text-ink"
      >
        {THEMES.map((name) => (
          <option key={name} value={name}>
            {names[name]}
          </option>
        ))}
      </select>
    </label>
  );
}
