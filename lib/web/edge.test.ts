import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { RESERVED_SLUGS } from "../domain/slugs.ts";

/** Where readers are, among the names that no organisation can have. */
const PUBLIC = ["about", "embed", "feed.atom", "feed.json", "search"];

it("the edge stores nothing of any room but the public's", () => {
  const config = readFileSync(path.join(import.meta.dirname, "../../deploy/nginx.conf"), "utf8");
  const [, rooms] = /\(\?!\(\?:([a-z|-]+)\)/.exec(config) ?? [];
  expect(rooms?.split("|")).toEqual(RESERVED_SLUGS.filter((name) => !PUBLIC.includes(name)));
});
