import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { DataTable } from "#app/_components/data-table.tsx";
import { Field } from "#app/_components/field.tsx";
import { StatusBadge } from "#app/_components/status-badge.tsx";
import { TextInput } from "#app/_components/text-input.tsx";
import { themeOf } from "#app/_components/theme.ts";

test("a field ties its label, hint and error to its control", () => {
  const html = renderToStaticMarkup(
    <Field label="E-mail" hint="We write rarely." error="This address is taken.">
      {(control) => <TextInput {...control} name="email" />}
    </Field>,
  );
  const id = /<label for="([^"]+)"/.exec(html)?.[1];
  expect(id).toBeDefined();
  expect(html).toContain(`id="${id}"`);
  expect(html).toContain(`aria-describedby="${id}-hint ${id}-error"`);
  expect(html).toContain('aria-invalid="true"');
});

test("a field without an error is not called wrong", () => {
  const html = renderToStaticMarkup(<Field label="Name">{(control) => <TextInput {...control} />}</Field>);
  expect(html).not.toMatch(/aria-invalid=|aria-describedby=/);
});

test("a state is told in words and by a sign, never by colour alone", () => {
  const yes = renderToStaticMarkup(<StatusBadge status="yes" />);
  const no = renderToStaticMarkup(<StatusBadge status="no" />);
  expect(yes.replaceAll(/<[^>]+>/g, "")).toBe("✓Yes");
  expect(no.replaceAll(/<[^>]+>/g, "")).toBe("✕No");
});

test("a table keeps two columns on a phone and tells the rest under the row's name", () => {
  const html = renderToStaticMarkup(
    <DataTable
      caption="Leaderboard"
      rows={[{ name: "Ada", peer: 4, questions: 30 }]}
      keyOf={(row) => row.name}
      detail={(row) => `${row.questions} questions`}
      columns={[
        { key: "name", header: "Forecaster", namesRow: true, cell: (row) => row.name },
        { key: "questions", header: "Questions", isNumber: true, cell: (row) => row.questions },
        { key: "peer", header: "Peer", isNumber: true, staysNarrow: true, cell: (row) => row.peer },
      ]}
    />,
  );
  const heads = [...html.matchAll(/<th scope="col" class="([^"]*)"/g)].map((match) => match[1]);
  expect(heads.map((look) => look?.split(" ").includes("hidden"))).toEqual([false, true, false]);
  expect(html).toContain("30 questions");
});

test("a cookie that names no theme leaves the choice to the system", () => {
  expect([themeOf("dark"), themeOf("light"), themeOf("<script>"), themeOf(undefined)]).toEqual([
    "dark",
    "light",
    "system",
    "system",
  ]);
});
