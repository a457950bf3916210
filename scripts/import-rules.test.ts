import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ICruiseResult, IForbiddenRuleType } from "dependency-cruiser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packageCommand, runCommand } from "./command.ts";
import { root } from "./folders.ts";

const config = path.join(root, ".dependency-cruiser.mjs");
const rules: IForbiddenRuleType[] = (await import(pathToFileURL(config).href)).default.forbidden;

/** Reads a tree as the gate does, and returns what it saw. */
async function cruise(folder: string): Promise<ICruiseResult> {
  const options = ["--config", config, "--output-type", "json"];
  const command = packageCommand("dependency-cruiser/bin/dependency-cruise.mjs", ...options, ".");
  const { output } = await runCommand(command, { cwd: folder });
  return JSON.parse(output) as ICruiseResult;
}

function sourcesIn(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.posix.join(folder, name.replaceAll(path.sep, "/")));
}

describe("the checker reads this tree", () => {
  let seen: ICruiseResult;
  beforeAll(async () => {
    seen = await cruise(root);
  }, 60_000);

  test("each source file is among its modules", () => {
    const modules = new Set(seen.modules.map(({ source }) => source));
    const files = ["app", "components", "lib", "prisma/seed", "scripts"].flatMap(sourcesIn);
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter((file) => !modules.has(file))).toEqual([]);
  });

  test.each([
    ["a type by a relative path", "prisma/seed/accounts.ts", "lib/domain/actor.ts"],
    ["a value by a relative path", "scripts/migrate.ts", "scripts/migrations.ts"],
    ["a path from the root", "app/[lang]/layout.tsx", "lib/web/page-params.ts"],
    ["the generated client", "lib/data/db.ts", "prisma/client/client.ts"],
    ["a package", "lib/domain/policy.ts", "node_modules/zod/"],
  ])("it follows an import of %s", (_, from, to) => {
    const imports = seen.modules.find(({ source }) => source === from)?.dependencies ?? [];
    expect(imports.map(({ resolved }) => resolved).some((resolved) => resolved.startsWith(to))).toBe(true);
  });
});

/** For each rule: files that break it. Whoever imports is named first. */
const offences: Record<string, [file: string, source: string][]> = {
  "no-circular": [
    ["lib/words/circle.ts", 'import type { Other } from "./other-circle.ts"; export type Circle = Other | 1;'],
  ],
  "domain-is-pure": [
    ["lib/domain/reads-a-file.ts", 'import { readFileSync } from "node:fs"; export const a = readFileSync;'],
    ["lib/domain/knows-next.ts", 'import { notFound } from "next/navigation"; export const a = notFound;'],
    ["lib/domain/knows-words.ts", 'export { page } from "../words/page.ts";'],
    ["lib/domain/knows-another-package.ts", 'import { cache } from "react"; export const a = cache;'],
  ],
  "data-knows-no-web": [
    ["lib/data/knows-next.ts", 'import { headers } from "next/headers"; export const a = headers;'],
    ["lib/data/knows-react.ts", 'import type { ReactNode } from "react"; export type A = ReactNode;'],
    ["lib/data/knows-words.ts", 'export { page } from "../words/page.ts";'],
    ["lib/data/knows-sign-in.ts", 'export { page } from "@/lib/auth/page.ts";'],
  ],
  "only-data-opens-prisma": [
    [
      "lib/auth/opens-client.ts",
      'import type { PrismaClient } from "../../prisma/client/client.ts"; export type A = PrismaClient;',
    ],
    ["app/[lang]/opens-adapter.ts", 'import { PrismaPg } from "@prisma/adapter-pg"; export const a = PrismaPg;'],
  ],
  "only-data-opens-postgres": [["lib/web/opens-postgres.ts", 'import pg from "pg"; export const a = pg;']],
  "public-reads-published-only": [
    ["app/[lang]/(public)/page.tsx", 'import type { Page } from "@/lib/data/page.ts"; export type A = Page;'],
    ["app/[lang]/(public)/staff.tsx", 'export { page } from "../(staff)/page.ts";'],
    ["app/api/v1/route.ts", 'export { page } from "@/lib/data/page.ts";'],
  ],
  "asking-writes-only": [
    ["app/[lang]/ask/page.tsx", 'export { page } from "@/lib/data/page.ts";'],
    ["app/[lang]/ask/staff.tsx", 'export { page } from "../(staff)/page.ts";'],
  ],
  "published-withholds": [
    ["lib/data/published-more.ts", 'import { readParts } from "./parts.ts"; export const a = readParts;'],
    [
      "lib/data/published-else.ts",
      'import type { readManifest } from "./parts.ts"; export type A = typeof readManifest;',
    ],
  ],
  "components-do-not-fetch": [
    ["components/site/reads-type.tsx", 'import type { Page } from "@/lib/data/page.ts"; export type A = Page;'],
    ["components/site/asks-who.tsx", 'export { page } from "@/lib/auth/page.ts";'],
  ],
  "ui-knows-no-business": [
    ["components/ui/knows-domain.tsx", 'export { page } from "@/lib/domain/page.ts";'],
    ["components/ui/knows-site.tsx", 'export { page } from "../site/page.ts";'],
  ],
  "lib-never-imports-app": [
    ["lib/web/knows-app.ts", 'export { page } from "../../app/page.ts";'],
    ["lib/web/knows-component.ts", 'export { page } from "@/components/site/page.ts";'],
  ],
  "documents-is-pure": [
    ["lib/documents/reads-data.ts", 'export { page } from "../data/page.ts";'],
    ["lib/documents/writes-a-file.ts", 'import { writeFile } from "node:fs/promises"; export const a = writeFile;'],
  ],
  "next-auth-lives-in-lib-auth": [
    ["lib/web/signs-in.ts", 'import type { Session } from "next-auth"; export type A = Session;'],
    ["app/api/sign-in.ts", 'import NextAuth from "next-auth/next"; export const a = NextAuth;'],
  ],
  "nothing-reads-shared": [
    ["lib/web/reads-shared.ts", 'export { page } from "../../../shared/page.ts";'],
    ["scripts/reads-shared.ts", 'import words from "../../shared/words.json"; export const a = words;'],
  ],
  "what-runs-is-installed": [
    ["lib/documents/reads-with-a-tool.ts", 'import { parse } from "yaml"; export const a = parse;'],
    ["scripts/checks-with-a-tool.ts", 'import { test } from "vitest"; export const a = test;'],
  ],
  "no-drawers": [
    ["lib/web/utils/page.ts", "export const page = 1;"],
    ["components/hooks/page.ts", "export const page = 1;"],
  ],
  "no-barrels": [["components/site/index.ts", 'export { page } from "./page.ts";']],
  "kebab-case": [
    ["lib/web/camelCase.ts", "export const page = 1;"],
    ["components/site/Page.tsx", "export const page = 1;"],
    ["app/[lang]/Some/page.tsx", "export const page = 1;"],
    ["lib/web/snake_case.ts", "export const page = 1;"],
  ],
};

/** What the rules must let pass, in the same tree. */
const allowed: [file: string, source: string][] = [
  ["app/[lang]/(public)/[org]/[year]/issues/[code]/page.tsx", 'export { page } from "@/lib/data/published.ts";'],
  ["app/[lang]/(public)/released.ts", 'export { page } from "@/lib/data/published-editions.ts";'],
  ["app/api/auth/[...nextauth]/route.ts", 'export { page } from "@/lib/auth/page.ts";'],
  ["app/[lang]/[[...rest]]/not-found.tsx", 'export { page } from "@/components/site/page.ts";'],
  ["lib/domain/allowed.ts", 'import { z } from "zod"; export { page } from "./page.ts"; export const a = z;'],
  [
    "lib/data/published.ts",
    'import pg from "pg"; import { PrismaPg } from "@prisma/adapter-pg"; export const page = [pg, PrismaPg];',
  ],
  ["lib/auth/options.ts", 'import type { Session } from "next-auth"; export type A = Session;'],
  [
    "lib/domain/page.test.ts",
    'import { test } from "vitest"; export { page } from "../words/page.ts"; export const a = test;',
  ],
  ["prisma/seed/page.test.ts", 'import pg from "pg"; export const a = pg;'],
  [
    "components/ui/allowed.tsx",
    'import type { ReactNode } from "react"; export type A = ReactNode; export { page } from "./page.ts";',
  ],
];

const bystanders = [
  "app",
  "app/[lang]/(staff)",
  "components/site",
  "components/ui",
  "lib/auth",
  "lib/data",
  "lib/domain",
  "lib/words",
];

describe("each rule finds what it forbids", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "import-rules-"));
  let seen: ICruiseResult;

  beforeAll(async () => {
    const write = (file: string, source: string) => {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), source);
    };
    for (const place of bystanders) write(`${place}/page.ts`, "export const page = 1; export type Page = 1;");
    for (const [file, source] of [...Object.values(offences).flat(), ...allowed]) write(file, source);
    write("lib/words/other-circle.ts", 'import type { Circle } from "./circle.ts"; export type Other = Circle | 2;');
    write("lib/data/parts.ts", "export const readParts = 1; export const readManifest = 1;");
    write("prisma/client/client.ts", "export type PrismaClient = 1;");
    write("tsconfig.json", '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }');
    copyFileSync(path.join(root, "package.json"), path.join(folder, "package.json"));
    symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
    seen = await cruise(folder);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const found = (name: string) =>
    seen.summary.violations.filter(({ rule }) => rule.name === name).map(({ from }) => from);

  test("each has an offence here, and a sentence", () => {
    expect(Object.keys(offences).sort()).toEqual(rules.map(({ name }) => name ?? "").sort());
    expect(rules.filter(({ comment }) => !comment?.endsWith("."))).toEqual([]);
  });

  test.each(Object.entries(offences))("%s", (name, files) => {
    expect(new Set(found(name))).toEqual(new Set(files.map(([file]) => file)));
  });

  test("and what is allowed passes", () => {
    const files = allowed.map(([file]) => file);
    expect(seen.modules.filter(({ source }) => files.includes(source))).toHaveLength(files.length);
    expect(seen.summary.violations.filter(({ from }) => files.includes(from))).toEqual([]);
  });
});
