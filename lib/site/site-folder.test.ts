import { mkdir, mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileOf, keepOnly, putFile, removeFile, servedFolder } from "./site-folder.ts";

let site: string;
beforeAll(async () => {
  site = await mkdtemp(path.join(tmpdir(), "hoshin-site-"));
});
afterAll(() => rm(site, { recursive: true }));

describe("the file of an address", () => {
  it("is the index of its folder for a page, and the address itself for anything else", () => {
    expect(fileOf(site, "/ja/ward/2020", true)).toBe(path.join(servedFolder(site), "ja/ward/2020/index.html"));
    expect(fileOf(site, "/ja/feed.atom", false)).toBe(path.join(servedFolder(site), "ja/feed.atom"));
    expect(fileOf(site, "/ja/ward/2020/initiatives/%E2%91%A0-1", true)).toContain("initiatives/①-1/index.html");
  });

  it("is never outside the folder that is served, whatever a code is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), (code) => {
        const file = fileOf(site, `/ja/ward/2020/initiatives/${encodeURIComponent(code.toWellFormed())}`, true);
        if (file === null) return;
        const inside = path.relative(path.join(servedFolder(site), "ja/ward/2020/initiatives"), path.dirname(file));
        expect(inside).toBe(code.toWellFormed());
      }),
    );
    for (const bad of ["..", ".", "a%2Fb", "a%00b", "%2e%2e", "x".repeat(201)]) {
      expect(fileOf(site, `/ja/${bad}`, true), bad).toBeNull();
    }
  });
});

it("a file is put there whole, in three forms that say the same, and taken away in all of them", async () => {
  const file = fileOf(site, "/ja/ward/2020", true) ?? "";
  for (const text of ["はじめ", "つぎ".repeat(10_000)]) {
    await putFile(file, Buffer.from(text));
    expect(await readFile(file, "utf8")).toBe(text);
    expect(gunzipSync(await readFile(`${file}.gz`)).toString()).toBe(text);
    expect(brotliDecompressSync(await readFile(`${file}.br`)).toString()).toBe(text);
  }
  expect((await readdir(path.dirname(file))).sort()).toEqual(["index.html", "index.html.br", "index.html.gz"]);
  await removeFile(file);
  expect(await readdir(path.dirname(file))).toEqual([]);
});

it("the time of a file is its content's, so that a web server tells two of the same length apart", async () => {
  const file = fileOf(site, "/ja/ward/2021", true) ?? "";
  const timeOf = async (text: string) => {
    await putFile(file, Buffer.from(text));
    return (await stat(file)).mtimeMs / 1000;
  };
  const first = await timeOf("1");
  expect(await timeOf("2")).not.toBe(first);
  expect(await timeOf("1")).toBe(first);
  expect(Number.isInteger(first) && first * 1000 < Date.now()).toBe(true);
});

it("a file of which something could not be put in its place is not there in any form", async () => {
  const file = fileOf(site, "/ja/ward/2022", true) ?? "";
  await mkdir(path.join(file, "in-the-way"), { recursive: true });
  await expect(putFile(file, Buffer.from("x"))).rejects.toThrow();
  expect(await readdir(path.dirname(file))).toEqual(["index.html"]);
  await rm(file, { recursive: true });
});

describe("what nobody has written down is taken away, but for what builds need", () => {
  const all = async () => {
    const names = await readdir(servedFolder(site), { recursive: true });
    return names.filter((name) => name.includes(".")).sort();
  };
  const threeOf = (...names: string[]) => names.flatMap((name) => [name, `${name}.br`, `${name}.gz`]);

  it("in every form, also where the plain one is gone or is not what was written down", async () => {
    const addresses = ["/ja/kept", "/ja/left", "/ja/plain-gone", "/ja/another"];
    const files = addresses.map((address) => fileOf(site, address, true) ?? "");
    const style = path.join(servedFolder(site), "_next/static/a.css");
    const named = new Map<string, number>();
    for (const file of [...files, style]) {
      const time = await putFile(file, Buffer.from("x"));
      if (!file.includes("left")) named.set(path.relative(site, file), time);
    }
    await rm(files[2] ?? "");
    await putFile(files[3] ?? "", Buffer.from("y"));
    const { there, stayed } = await keepOnly(site, named);
    expect(stayed).toEqual([]);
    expect([...there]).toEqual([path.relative(site, files[0] ?? "")]);
    expect(await all()).toEqual(threeOf("_next/static/a.css", "ja/kept/index.html"));
  });
});
