import { describe, expect, it } from "vitest";
import { addressOf, isOwnOrigin } from "./request.ts";

const asked = (headers: Record<string, string>) => isOwnOrigin(new Headers({ host: "hoshin.example", ...headers }));

describe("whether a page of this site asks", () => {
  it.each([
    { origin: "https://hoshin.example" },
    { origin: "https://hoshin.example", "sec-fetch-site": "same-origin" },
    { "sec-fetch-site": "same-origin" },
    { origin: "https://public.example", "x-forwarded-host": "public.example" },
  ] as Record<string, string>[])("yes: %j", (headers) => {
    expect(asked(headers)).toBe(true);
  });

  it.each([
    {},
    { origin: "null" },
    { origin: "https://evil.example" },
    { origin: "https://hoshin.example.evil.example" },
    { origin: "https://hoshin.example:8443" },
    { origin: "https://hoshin.example", "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "none" },
  ] as Record<string, string>[])("no: %j", (headers) => {
    expect(asked(headers)).toBe(false);
  });
});

describe("the address that guesses are counted for", () => {
  it("is what the nearest proxy wrote, not what the client claims before it", () => {
    expect(addressOf(new Headers({ "x-forwarded-for": "1.2.3.4, 10.0.0.1" }))).toBe("10.0.0.1");
    expect(addressOf(new Headers())).toBe("unknown");
  });

  it.each([
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"],
    ["2001:db8:1:2::9", "2001:db8:1:2::"],
    ["2001:DB8:0001:2:ffff::", "2001:db8:1:2::"],
    ["2001:db8::1", "2001:db8:0:0::"],
    ["2001:db8::a:b:c:d", "2001:db8:0:0::"],
    ["::1", "0:0:0:0::"],
    ["::ffff:192.0.2.1", "::ffff:192.0.2.1"],
  ])("of IPv6 is the network: %s", (address, network) => {
    expect(addressOf(new Headers({ "x-forwarded-for": address }))).toBe(network);
  });
});
