import { beforeAll, describe, expect, it } from "vitest";
import { disableUser } from "../data/disabling.ts";
import { actorOf, createFirstAdministrator, createUser } from "../data/people.ts";
import { Refusal } from "../domain/refusal.ts";
import { checkCredentials } from "./credentials.ts";
import { hashPassword, verifyPassword } from "./password.ts";

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "accepted",
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );

const PASSWORD = "正しい長いパスワード";
let userId = "";
let disabledEmail = "";

beforeAll(async () => {
  const passwordHash = await hashPassword(PASSWORD);
  const { id } = await createFirstAdministrator({ email: "admin@auth.example", name: "管理", passwordHash });
  const admin = await actorOf(id);
  if (!admin) throw new Error("no administrator");
  userId = (await createUser(admin, { email: "Person@Auth.example", name: "人", passwordHash })).id;
  disabledEmail = "left@auth.example";
  const left = await createUser(admin, { email: disabledEmail, name: "去った人", passwordHash });
  await disableUser(admin, left.id);
});

describe("a password", () => {
  it("is kept as argon2id, salted, and full-width or not is the same", async () => {
    const [one, two] = await Promise.all([hashPassword("abc123"), hashPassword("abc123")]);
    expect(one).toMatch(/^\$argon2id\$/);
    expect(one).not.toBe(two);
    expect(await verifyPassword(one, "ａｂｃ１２３")).toBe(true);
    expect(await verifyPassword(one, "abc124")).toBe(false);
  });
});

describe("signing in", () => {
  it("takes the address however it is written", async () => {
    expect(await checkCredentials(" PERSON@auth.EXAMPLE ", PASSWORD, "10.0.0.1")).toBe(userId);
  });

  it("does not tell an unknown account, a wrong password and a disabled account apart", async () => {
    expect(await codeOf(checkCredentials("person@auth.example", "wrong", "10.0.0.2"))).toBe("wrong-credentials");
    expect(await codeOf(checkCredentials("nobody@auth.example", PASSWORD, "10.0.0.2"))).toBe("wrong-credentials");
    expect(await codeOf(checkCredentials(disabledEmail, PASSWORD, "10.0.0.2"))).toBe("wrong-credentials");
    expect(await codeOf(checkCredentials("not an address", PASSWORD, "10.0.0.2"))).toBe("wrong-credentials");
    expect(await codeOf(checkCredentials("person@auth.example", "x".repeat(5000), "10.0.0.2"))).toBe(
      "wrong-credentials",
    );
  });

  it("counts guesses that are made at once, before it verifies them, and shuts out nobody elsewhere", async () => {
    const guesses = Array.from({ length: 15 }, (_, guess) =>
      codeOf(checkCredentials("admin@auth.example", `guess ${guess}`, "10.0.1.1")),
    );
    const answers = await Promise.all(guesses);
    expect(answers.filter((code) => code === "wrong-credentials")).toHaveLength(10);
    expect(answers.filter((code) => code === "too-many-attempts")).toHaveLength(5);
    expect(await codeOf(checkCredentials("admin@auth.example", PASSWORD, "10.0.1.1"))).toBe("too-many-attempts");
    expect(await checkCredentials("admin@auth.example", PASSWORD, "10.0.2.1")).toBeTruthy();
  });
});
