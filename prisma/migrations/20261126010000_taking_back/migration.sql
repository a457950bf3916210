-- CreateEnum
CREATE TYPE "TakingBackReason" AS ENUM ('PERSONAL_DATA', 'RIGHTS', 'LEGAL', 'FACTUAL_ERROR', 'OTHER');

-- CreateEnum
CREATE TYPE "TakedownState" AS ENUM ('REQUESTED', 'DECLINED', 'IN_FORCE', 'LIFT_REQUESTED', 'LIFTED');

-- CreateEnum
CREATE TYPE "TakedownTarget" AS ENUM ('issue', 'strategy', 'initiative', 'reformItem');

-- CreateEnum
CREATE TYPE "RedactionState" AS ENUM ('REQUESTED', 'DONE', 'DECLINED');

-- CreateTable
CREATE TABLE "Takedown" (
    "id" UUID NOT NULL,
    "policyId" UUID NOT NULL,
    "targetType" "TakedownTarget" NOT NULL,
    "targetId" UUID NOT NULL,
    "reason" "TakingBackReason" NOT NULL,
    "wordingHash" CHAR(64) NOT NULL,
    "state" "TakedownState" NOT NULL DEFAULT 'REQUESTED',
    "requestedById" UUID NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "liftAskedById" UUID,
    "liftAskedAt" TIMESTAMPTZ(3),
    "liftDecidedById" UUID,
    "liftDecidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Takedown_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RedactionRequest" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "text" TEXT,
    "reason" "TakingBackReason" NOT NULL,
    "state" "RedactionState" NOT NULL DEFAULT 'REQUESTED',
    "requestedById" UUID NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RedactionRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Redaction" (
    "hash" CHAR(64) NOT NULL,
    "replacementHash" CHAR(64) NOT NULL,
    "requestId" UUID NOT NULL,

    CONSTRAINT "Redaction_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE INDEX "Takedown_policyId_idx" ON "Takedown"("policyId");

-- CreateIndex
CREATE INDEX "Takedown_targetId_idx" ON "Takedown"("targetId");

-- CreateIndex
CREATE INDEX "RedactionRequest_organizationId_state_idx" ON "RedactionRequest"("organizationId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Redaction_replacementHash_key" ON "Redaction"("replacementHash");

-- CreateIndex
CREATE INDEX "Redaction_requestId_idx" ON "Redaction"("requestId");

-- AddForeignKey
ALTER TABLE "Takedown" ADD CONSTRAINT "Takedown_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "Policy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Takedown" ADD CONSTRAINT "Takedown_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Takedown" ADD CONSTRAINT "Takedown_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Takedown" ADD CONSTRAINT "Takedown_liftAskedById_fkey" FOREIGN KEY ("liftAskedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Takedown" ADD CONSTRAINT "Takedown_liftDecidedById_fkey" FOREIGN KEY ("liftDecidedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RedactionRequest" ADD CONSTRAINT "RedactionRequest_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RedactionRequest" ADD CONSTRAINT "RedactionRequest_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RedactionRequest" ADD CONSTRAINT "RedactionRequest_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Redaction" ADD CONSTRAINT "Redaction_hash_fkey" FOREIGN KEY ("hash") REFERENCES "Part"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Redaction" ADD CONSTRAINT "Redaction_replacementHash_fkey" FOREIGN KEY ("replacementHash") REFERENCES "Part"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Redaction" ADD CONSTRAINT "Redaction_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "RedactionRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Nobody takes back alone, and what is asked, decided and lifted says what the state says.
ALTER TABLE "Takedown" ADD CONSTRAINT "Takedown_two_people" CHECK (
  "decidedById" <> "requestedById" AND "liftDecidedById" <> "liftAskedById"
);
ALTER TABLE "Takedown" ADD CONSTRAINT "Takedown_state" CHECK (
  (("state" = 'REQUESTED') = ("decidedById" IS NULL))
  AND (("decidedById" IS NULL) = ("decidedAt" IS NULL))
  AND (("state" IN ('LIFT_REQUESTED', 'LIFTED')) = ("liftAskedById" IS NOT NULL))
  AND (("liftAskedById" IS NULL) = ("liftAskedAt" IS NULL))
  AND (("state" = 'LIFTED') = ("liftDecidedById" IS NOT NULL))
  AND (("liftDecidedById" IS NULL) = ("liftDecidedAt" IS NULL))
);
CREATE UNIQUE INDEX "Takedown_one_open" ON "Takedown"("targetId") WHERE "state" IN ('REQUESTED', 'IN_FORCE', 'LIFT_REQUESTED');

ALTER TABLE "RedactionRequest" ADD CONSTRAINT "RedactionRequest_two_people" CHECK ("decidedById" <> "requestedById");
-- The text that is to go is kept until it is decided on, and not a moment longer.
ALTER TABLE "RedactionRequest" ADD CONSTRAINT "RedactionRequest_state" CHECK (
  (("state" = 'REQUESTED') = ("text" IS NOT NULL))
  AND (("state" = 'REQUESTED') = ("decidedById" IS NULL))
  AND (("decidedById" IS NULL) = ("decidedAt" IS NULL))
);

CREATE TRIGGER takedown_no_delete BEFORE DELETE ON "Takedown" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER takedown_no_truncate BEFORE TRUNCATE ON "Takedown" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER redaction_request_no_delete BEFORE DELETE ON "RedactionRequest" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER redaction_request_no_truncate BEFORE TRUNCATE ON "RedactionRequest" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER redaction_append_only BEFORE UPDATE OR DELETE ON "Redaction" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER redaction_no_truncate BEFORE TRUNCATE ON "Redaction" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What two people decided on a redaction is final.
CREATE FUNCTION refuse_undeciding() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."state" <> 'REQUESTED' THEN
    RAISE EXCEPTION 'a decided redaction stays as it was decided' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER redaction_request_decided_once BEFORE UPDATE ON "RedactionRequest" FOR EACH ROW EXECUTE FUNCTION refuse_undeciding();

-- The only UPDATE of a Part: its content goes, its address stays, and a Redaction that two people decided on names what
-- stands in its place.
CREATE FUNCTION refuse_part_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE'
    AND NEW."hash" = OLD."hash"
    AND OLD."payload" IS NOT NULL AND NEW."payload" IS NULL AND NEW."salt" IS NULL
    AND EXISTS (
      SELECT 1 FROM "Redaction" r
      JOIN "RedactionRequest" q ON q."id" = r."requestId"
      JOIN "Part" p ON p."hash" = r."replacementHash"
      WHERE r."hash" = OLD."hash" AND q."state" = 'DONE' AND q."decidedById" <> q."requestedById"
        AND p."payload" IS NOT NULL AND p."hash" <> OLD."hash"
    )
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% on "%" is refused: it is append-only', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
DROP TRIGGER part_append_only ON "Part";
CREATE TRIGGER part_append_only BEFORE UPDATE OR DELETE ON "Part" FOR EACH ROW EXECUTE FUNCTION refuse_part_change();
