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

it("the edge says of a page what it says of any file, and of a page no less", () => {
  const config = readFileSync(path.join(import.meta.dirname, "../../deploy/nginx.conf"), "utf8");
  const [, ofPages = ""] = /location ~ \^\/\.\.[^{]*\{([^}]*)/.exec(config) ?? [];
  const [ofFiles = ""] = config.slice(config.indexOf("listen 8080")).split("location ");
  const said = (text: string) =>
    [...text.matchAll(/add_header (\S+) (.+) always;/g)].map(([, name = "", value = ""]) => {
      const [, map = ""] =
        new RegExp(`map \\$kind \\${value} \\{([^}]*)`).exec(value.startsWith("$") ? config : "") ?? [];
      return [name, /default (.+);/.exec(map)?.[1] ?? value];
    });
  const ofAny = said(ofFiles).filter(([, value]) => value !== '""');
  expect(ofAny.length).toBeGreaterThan(5);
  expect(said(ofPages).filter(([, value]) => value !== '""')).toEqual(ofAny);
  expect(said(ofPages)).toContainEqual(["Last-Modified", '""']);
});
