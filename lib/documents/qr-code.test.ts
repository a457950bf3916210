import fc from "fast-check";
import decode from "qr/decode.js";
import { describe, expect, it } from "vitest";
import { qrCode } from "./qr-code.ts";

/** The code as a camera sees it: `scale` dots for each square. */
function seen({ size, path }: ReturnType<typeof qrCode>, scale = 6) {
  const width = size * scale;
  const data = new Uint8Array(width * width * 4).fill(255);
  let [x, y] = [0, 0];
  for (const [, move = "", dx, dy = "", length] of path.matchAll(/([Mm])(\d+) (\d+)(?:\.5)?h(\d+)/g)) {
    x = move === "M" ? Number(dx) : x + Number(dx);
    y = move === "M" ? Number(dy) : y;
    for (let row = y * scale; row < (y + 1) * scale; row += 1) {
      for (let column = x * scale; column < (x + Number(length)) * scale; column += 1) {
        data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
      }
    }
    x += Number(length);
  }
  return { width, height: width, data };
}

describe("a QR code", () => {
  it.each([
    "https://hoshin.example.lg.jp/ja/higashisumiyoshi/2020",
    "https://hoshin.example.lg.jp/en/higashisumiyoshi/2020/initiatives/1-1-2",
    "http://localhost:3000/ja/mihon/2026/editions/12",
  ])("leads to %s", (address) => {
    expect(decode(seen(qrCode(address)))).toBe(address);
  });

  it("leads to whatever address it is given", () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, size: "small" }), (address) => {
        expect(decode(seen(qrCode(address)))).toBe(address);
      }),
      { numRuns: 30 },
    );
  });
});
