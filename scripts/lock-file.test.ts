import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { root } from "./folders.ts";
import { missingFromLock } from "./lock-file.ts";

test("npm ci accepts package-lock.json on every platform (if not: node scripts/with-packages.mjs scripts/complete-lock.ts)", () => {
  const lock = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8"));
  expect(missingFromLock(lock)).toEqual({});
});

test("an optional package that is named and not held is found, with what its name says of its platform", () => {
  const optionalDependencies = {
    "@a/tool-linux-x64-musl": "1.2.3",
    "@a/tool-darwin-arm64": "^1.2.3",
    held: "1.0.0",
    near: "1.0.0",
  };
  const packages = {
    "": {},
    "node_modules/a": { version: "1.2.3", dev: true, optionalDependencies },
    "node_modules/a/node_modules/near": { version: "1.0.0" },
    "node_modules/held": { version: "1.0.0" },
  };
  expect(missingFromLock({ packages })).toEqual({
    "node_modules/@a/tool-linux-x64-musl": {
      version: "1.2.3",
      os: ["linux"],
      cpu: ["x64"],
      libc: ["musl"],
      dev: true,
      optional: true,
    },
    "node_modules/@a/tool-darwin-arm64": {
      version: "1.2.3",
      os: ["darwin"],
      cpu: ["arm64"],
      dev: true,
      optional: true,
    },
  });
});
