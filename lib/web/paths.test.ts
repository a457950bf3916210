import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { PHASES } from "../domain/forms/form.ts";
import { RESERVED_SLUGS } from "../domain/slugs.ts";
import {
  aboutPath,
  accountPath,
  answersDataPath,
  answersPath,
  askPath,
  comparePath,
  copyPath,
  decidingPath,
  deskPath,
  editionPath,
  embedPath,
  eventsPath,
  FEED_FORMATS,
  feedPath,
  formulationPath,
  handoverPath,
  helpfulPath,
  homePath,
  itemDataPath,
  itemPath,
  newPolicyPath,
  newRoundPath,
  openRevisionsPath,
  organisationPath,
  organisationsPath,
  passwordLinkPath,
  peoplePath,
  permitPath,
  personPath,
  phasePath,
  planPath,
  policiesPath,
  policyDataPath,
  policyPath,
  publicOrganizationPath,
  questionPath,
  questionsPath,
  releasePath,
  releasePreviewPath,
  releasesPath,
  revisionsPath,
  roundListPath,
  roundPath,
  roundsPath,
  SITEMAP_PATH,
  safeNext,
  searchPath,
  sectionsPath,
  signInPath,
  sitemapPartPath,
  submissionPath,
  takingBackPath,
  visionPath,
  yearsPath,
} from "./paths.ts";

const root = path.resolve(import.meta.dirname, "../..");

const under = (folder: string, name: string) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === name)
    .map((file) => path.dirname(file));

/** The address of a page's folder: groups in parentheses are no part of it. */
const addressOf = (folder: string) =>
  `/${folder
    .split(path.sep)
    .filter((part) => part !== "." && !part.startsWith("("))
    .join("/")}`;

describe("the list of addresses", () => {
  const made = [
    homePath("ja"),
    searchPath("ja"),
    policyPath("ja", "[org]", 2020),
    publicOrganizationPath("ja", "[org]"),
    ...(["issue", "strategy", "initiative"] as const).map((type) =>
      itemPath("ja", "[org]", 2020, { type, code: "[code]" }),
    ),
    // What a reader calls the number of a reform item is its code.
    itemPath("ja", "[org]", 2020, { type: "reformItem", code: "[number]" }),
    revisionsPath("ja", "[org]", 2020),
    comparePath("ja", "[org]", 2020),
    yearsPath("ja", "[org]", 2020),
    // The number of an Edition is one more that stands for itself.
    editionPath("ja", "[org]", 2020, 7).replace("/7", "/[number]"),
    formulationPath("ja", "[org]", 2020),
    visionPath("ja", "[org]", 2020),
    embedPath("ja", "[org]", 2020),
    embedPath("ja", "[org]", 2020, "[code]"),
    aboutPath("ja"),
    ...(["figures", "licence", "privacy", "accessibility", "accessibility/results"] as const).map((page) =>
      aboutPath("ja", page),
    ),
    ...FEED_FORMATS.flatMap((format) => [
      feedPath("ja", format),
      feedPath("ja", format, { org: "[org]" }),
      feedPath("ja", format, { org: "[org]", year: 2020 }),
      feedPath("ja", format, { org: "[org]", year: 2020, code: "[code]" }),
    ]),
    SITEMAP_PATH,
    sitemapPartPath(1).replace("1.xml", "[part]"),
    ...PHASES.flatMap((phase) => [
      phasePath("ja", "[org]", 2020, phase),
      phasePath("ja", "[org]", 2020, phase, 3).replace("/3/", "/[number]/"),
    ]),
    answersPath("ja", "[org]", 2020),
    askPath("ja", "[org]", 2020),
    helpfulPath("ja", "[org]", 2020),
    questionsPath("ja"),
    questionPath("ja", "[id]"),
    signInPath("ja"),
    deskPath("ja"),
    decidingPath("ja"),
    submissionPath("ja", "[id]"),
    planPath("ja", "[id]"),
    openRevisionsPath("ja", "[id]"),
    copyPath("ja", "[id]"),
    releasesPath("ja"),
    roundsPath("ja"),
    roundPath("ja", "[id]"),
    roundListPath("ja", "[id]"),
    permitPath("ja", "[id]", "[submissionId]"),
    policiesPath("ja"),
    newPolicyPath("ja"),
    accountPath("ja"),
    peoplePath("ja"),
    personPath("ja", "[id]"),
    handoverPath("ja"),
    organisationsPath("ja"),
    organisationPath("ja", "[id]"),
    eventsPath("ja"),
    takingBackPath("ja", "[id]"),
    passwordLinkPath("ja", "[token]"),
    sectionsPath("ja", "[id]"),
    newRoundPath("ja", "[id]", "[phase]"),
    releasePath("ja", "[policyId]"),
    releasePreviewPath("ja", "[policyId]"),
    policyDataPath("[org]", 2020),
    // The kind of an item stands for itself.
    itemDataPath("[org]", 2020, { type: "issue", code: "[code]" }).replace("/issues/", "/[kind]/"),
    answersDataPath("[org]", 2020),
  ].map((address) => decodeURIComponent(address).replace(/^\/ja/, "/[lang]").replace("/2020", "/[year]"));

  it("names every page of app, and no page that is not there", () => {
    const pages = under("app", "page.tsx").map(addressOf);
    const data = under("app", "route.ts")
      .map(addressOf)
      .filter((address) => /^\/(api\/v1|\[lang\]|sitemap.*)\/|^\/sitemap/.test(address) && !address.endsWith("/csv"));
    expect(made.sort()).toEqual([...pages, ...data].sort());
  });

  it("no organisation can be called like a page that stands beside it", () => {
    const beside = readdirSync(path.join(root, "app/[lang]"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => addressOf(path.join(path.relative(path.join(root, "app/[lang]"), entry.parentPath), entry.name)))
      .map((address) => address.split("/")[1] ?? "")
      .filter((segment) => segment !== "" && !segment.startsWith("["));
    expect(beside.length).toBeGreaterThan(2);
    expect([...new Set(beside)].filter((segment) => !RESERVED_SLUGS.includes(segment))).toEqual([]);
  });

  it("escapes what it is given", () => {
    expect(policyPath("ja", "a/../b?c", 2020)).toBe("/ja/a%2F..%2Fb%3Fc/2020");
    expect(signInPath("ja", "/ja/desk?a=1&b=2")).toBe("/ja/sign-in?next=%2Fja%2Fdesk%3Fa%3D1%26b%3D2");
  });
});

describe("where signing in may lead", () => {
  it.each([
    "/ja",
    "/ja/desk",
    "/en/submissions/6f0a1f0e-0000-4000-8000-000000000000",
    "/ja/submissions/x?done=save",
    "/ja/releases/x/preview?include=a&include=b",
  ])("%s", (next) => {
    expect(safeNext(next)).toBe(next);
  });

  it.each([
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/ja//evil.example",
    "/ja\\@evil.example",
    "/fr/desk",
    "/japan",
    "/ja/desk\n",
    "javascript:alert(1)",
    "",
    undefined,
    ["/ja/desk"],
    `/ja/${"a".repeat(600)}`,
  ])("not %j", (next) => {
    expect(safeNext(next)).toBeNull();
  });
});
