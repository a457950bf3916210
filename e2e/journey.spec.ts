import { expect, test } from "@playwright/test";
import { fillInitiative, openFromDesk, POLICY, publicTexts, signedIn } from "./ward.ts";

// The whole road of one sheet. It runs with script and without, each on an initiative of its own.
test("a mid-year review is written, submitted, approved, released, and only then public @no-script", async ({
  browser,
  request,
}, testInfo) => {
  const code = testInfo.project.name === "no-script" ? "2-4-1" : "1-2-2";
  const canary = `カナリア${testInfo.project.name}進捗:居場所を12か所に増やしました。`;

  await test.step("given: a member of staff saves a draft, and goes on later", async () => {
    const staff = await signedIn(browser, "staff");
    await openFromDesk(staff, `具体的取組 ${code}`);
    await staff.getByLabel("取組の進捗状況").fill(canary);
    await staff.getByRole("button", { name: "下書きを保存" }).click();
    await expect(staff.getByText("下書きを保存しました。")).toBeVisible();
    await expect(staff.getByLabel("取組の進捗状況")).toHaveValue(canary);
    expect(await publicTexts(request, code)).not.toContain(canary);
  });

  await test.step("when: they submit", async () => {
    const staff = await signedIn(browser, "staff");
    await openFromDesk(staff, `具体的取組 ${code}`);
    await fillInitiative(staff, canary);
    await staff.getByRole("button", { name: "提出する" }).click();
    await expect(staff.getByText("提出しました。承認者の判断を待っています。")).toBeVisible();
    expect(await publicTexts(request, code)).not.toContain(canary);
  });

  await test.step("and the manager of their section approves the text as submitted", async () => {
    const manager = await signedIn(browser, "manager");
    await openFromDesk(manager, `具体的取組 ${code}`);
    await expect(manager.getByText(canary)).toBeVisible();
    await manager.getByLabel("決裁番号").fill("東住保福第123号");
    await manager.getByLabel("年", { exact: true }).fill("2020");
    await manager.getByLabel("月", { exact: true }).fill("9");
    await manager.getByLabel("日", { exact: true }).fill("24");
    await manager.getByRole("button", { name: "この内容を承認する" }).click();
    await expect(manager.getByText("承認しました。取りまとめ担当が公開します。")).toBeVisible();
    await expect(manager.getByText("決裁番号 東住保福第123号")).toBeVisible();
    expect(await publicTexts(request, code)).not.toContain(canary);
  });

  await test.step("and the coordinator looks at the page as it will be", async () => {
    const coordinator = await signedIn(browser, "coordinator");
    await coordinator.getByRole("link", { name: "公開の準備へ" }).click();
    await coordinator.getByRole("link", { name: /令和2年度/ }).click();
    await coordinator.getByRole("button", { name: "公開後のページを確かめる" }).click();
    await expect(coordinator.getByText(canary).first()).toBeVisible();
    expect(await publicTexts(request, code)).not.toContain(canary);

    await coordinator.getByRole("button", { name: /第\d+版として公開する/ }).click();
    await expect(coordinator.getByText(/第\d+版を公開しました。/)).toBeVisible();
  });

  await test.step("then: the very next request shows it, on the page and as data", async () => {
    const page = await request.get(`${POLICY}/initiatives/${code}`);
    expect(await page.text()).toContain(canary);
    expect(await (await request.get(`${POLICY}/mid-year-review`)).text()).toContain(canary);
    const data = await request.get("/api/v1/organizations/higashisumiyoshi/policies/2020");
    expect(await data.text()).toContain(canary);
  });
});
