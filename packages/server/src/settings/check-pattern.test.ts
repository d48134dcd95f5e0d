/** Patterns that a site's owner may use on what visitors type, and those that could stop a browser. */
import { expect, it } from "vitest";
import { checkPattern } from "./check-pattern.ts";

it.each([
  "\\d{6}",
  "[A-Z]{2}-?\\d{4,8}",
  "(?:NL|BE)\\d{3}(?:-\\d{2})*",
  "\\d{1,3}(?:\\.\\d{3})*,\\d{2}",
  "[a-z]+@[a-z]+\\.[a-z]{2,}",
  "(?:foo|bar|baz)+",
  ".*",
  "VL-\\d{4}-(?:[A-Z]{2}|\\d{3})",
  "\\(\\d+\\) [^)(]+",
])("F10 %s may be used", (pattern) => {
  expect(checkPattern(pattern)).toBeNull();
});

it.each(["[a-", "(", "a{2,1}", "(?<n>a)(?<n>b)", "\\p{Nonsense}"])("S8 %s is none", (pattern) => {
  expect(checkPattern(pattern)?.code).toBe("pattern_invalid");
});

it.each([
  "(a+)+",
  "(a*)*b",
  "(\\w+\\s?)*",
  "([a-z]+)*\\d",
  "(a|a)*b",
  "(a|aa)+b",
  "(?:x+x+)+y",
  "(.*a){20}",
  "(\\d|\\d\\d)+z",
  "a*a*a*a*a*a*b",
  "VL-(\\w|\\d)+",
  "(?:NL|VL-(?:[A-Z]|\\w)*)",
  "AB\\d*\\d*\\d*\\d*\\d*x",
  "(?:!|\\W)*",
])("S8 %s could take for ever, and is found out in a moment", (pattern) => {
  const start = performance.now();
  expect(checkPattern(pattern)?.code).toBe("pattern_slow");
  expect(performance.now() - start).toBeLessThan(2_000);
});
