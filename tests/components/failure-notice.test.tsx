import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";

const failure = { message: "Some of this is not valid.", fields: { name: "A name is needed.", hours: "At most 336." } };
const shown = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();

test("what is shown beside its field is not said again, and what has no place is", () => {
  expect(renderToStaticMarkup(<FailureNotice failure={failure} beside={["name", "hours"]} />)).toBe("");
  const rest = shown(renderToStaticMarkup(<FailureNotice failure={failure} beside={["name"]} />));
  expect(rest).toContain("At most 336.");
  expect(rest).not.toContain("A name is needed.");
  expect(shown(renderToStaticMarkup(<FailureNotice failure={failure} />))).toContain("A name is needed. At most 336.");
});

test("an error without a field is shown in every form, with what to do, and is read out", () => {
  const html = renderToStaticMarkup(
    <FailureNotice failure={{ message: "The question is closed.", fields: {} }} title="Not saved" beside={["name"]}>
      What you typed is still here.
    </FailureNotice>,
  );
  expect(html).toContain('role="alert"');
  expect(shown(html)).toContain("Not saved The question is closed. What you typed is still here.");
  expect(renderToStaticMarkup(<FailureNotice failure={null} />)).toBe("");
});
