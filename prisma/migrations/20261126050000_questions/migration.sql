-- CreateEnum
CREATE TYPE "QuestionKind" AS ENUM ('QUESTION', 'NOT_FOUND');

-- CreateEnum
CREATE TYPE "QuestionState" AS ENUM ('OPEN', 'PROPOSED', 'RETURNED', 'ANSWERED', 'CORRECTION_PROPOSED', 'WITHDRAWAL_ASKED', 'WITHDRAWN', 'CLOSED');

-- CreateEnum
CREATE TYPE "QuestionClosing" AS ENUM ('NOT_ANSWERED', 'SPAM');

-- CreateEnum
CREATE TYPE "AnswerState" AS ENUM ('PROPOSED', 'RETURNED', 'PUBLISHED', 'REPLACED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "Question" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "policyId" UUID NOT NULL,
    "targetType" "TakedownTarget",
    "targetId" UUID,
    "kind" "QuestionKind" NOT NULL,
    "text" TEXT,
    "fingerprint" CHAR(64),
    "askedOn" DATE NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "state" "QuestionState" NOT NULL DEFAULT 'OPEN',
    "closing" "QuestionClosing",
    "closedById" UUID,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Answer" (
    "id" UUID NOT NULL,
    "questionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "contentHash" CHAR(64) NOT NULL,
    "state" "AnswerState" NOT NULL DEFAULT 'PROPOSED',
    "proposedById" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" UUID,
    "decidedAsId" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "commentHash" CHAR(64),
    "sectionId" UUID,
    "withdrawalAskedById" UUID,
    "withdrawalAskedAt" TIMESTAMPTZ(3),
    "withdrawalHash" CHAR(64),
    "withdrawnById" UUID,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HelpfulVote" (
    "id" UUID NOT NULL,
    "policyId" UUID NOT NULL,
    "targetType" "TakedownTarget",
    "targetId" UUID,
    "helpful" BOOLEAN NOT NULL,
    "votedOn" DATE NOT NULL,

    CONSTRAINT "HelpfulVote_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Question_organizationId_state_idx" ON "Question"("organizationId", "state");

-- CreateIndex
CREATE INDEX "Question_policyId_idx" ON "Question"("policyId");

-- CreateIndex
CREATE UNIQUE INDEX "Question_organizationId_askedOn_fingerprint_key" ON "Question"("organizationId", "askedOn", "fingerprint");

-- CreateIndex
CREATE UNIQUE INDEX "Answer_questionId_number_key" ON "Answer"("questionId", "number");

-- CreateIndex
CREATE INDEX "HelpfulVote_policyId_votedOn_idx" ON "HelpfulVote"("policyId", "votedOn");

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "Policy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_decidedAsId_fkey" FOREIGN KEY ("decidedAsId") REFERENCES "Membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_withdrawalAskedById_fkey" FOREIGN KEY ("withdrawalAskedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_withdrawnById_fkey" FOREIGN KEY ("withdrawnById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HelpfulVote" ADD CONSTRAINT "HelpfulVote_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "Policy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What a question says of itself is what its state says: only spam loses its text, and loses it with that.
ALTER TABLE "Question" ADD CONSTRAINT "Question_state" CHECK (
  (("targetType" IS NULL) = ("targetId" IS NULL))
  AND (("state" = 'CLOSED') = ("closing" IS NOT NULL))
  AND (("closing" IS NULL) = ("closedById" IS NULL))
  AND (("closing" IS NULL) = ("closedAt" IS NULL))
  AND (("text" IS NULL) = ("closing" IS NOT NULL AND "closing" = 'SPAM'))
  AND ("text" IS NOT NULL OR "fingerprint" IS NULL)
);

-- Nobody publishes or takes back an answer alone, and what was written, decided and withdrawn says what the state says.
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_two_people" CHECK (
  "decidedById" <> "proposedById" AND "withdrawnById" <> "withdrawalAskedById"
);
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_state" CHECK (
  (("state" = 'PROPOSED') = ("decidedById" IS NULL))
  AND (("decidedById" IS NULL) = ("decidedAt" IS NULL))
  AND (("decidedById" IS NULL) = ("decidedAsId" IS NULL))
  AND ("commentHash" IS NULL OR "state" = 'RETURNED')
  AND ("sectionId" IS NULL OR "state" IN ('PUBLISHED', 'REPLACED', 'WITHDRAWN'))
  AND (("withdrawalAskedById" IS NULL) = ("withdrawalAskedAt" IS NULL))
  AND (("withdrawalAskedById" IS NULL) = ("withdrawalHash" IS NULL))
  AND ("withdrawalAskedById" IS NULL OR "state" IN ('PUBLISHED', 'WITHDRAWN'))
  AND (("state" = 'WITHDRAWN') = ("withdrawnById" IS NOT NULL))
  AND (("withdrawnById" IS NULL) = ("withdrawnAt" IS NULL))
  AND ("withdrawnById" IS NULL OR "withdrawalAskedById" IS NOT NULL)
);
CREATE UNIQUE INDEX "Answer_one_proposed" ON "Answer"("questionId") WHERE "state" = 'PROPOSED';
CREATE UNIQUE INDEX "Answer_one_public" ON "Answer"("questionId") WHERE "state" = 'PUBLISHED';

CREATE TRIGGER question_no_delete BEFORE DELETE ON "Question" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER question_no_truncate BEFORE TRUNCATE ON "Question" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER question_as_asked BEFORE UPDATE OF "organizationId", "policyId", "targetType", "targetId", "kind", "askedOn", "askedAt"
  ON "Question" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER answer_no_delete BEFORE DELETE ON "Answer" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER answer_no_truncate BEFORE TRUNCATE ON "Answer" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- What was proposed is what is decided on and what is read: another wording is another answer.
CREATE TRIGGER answer_as_written BEFORE UPDATE OF "questionId", "number", "contentHash", "proposedById", "proposedAt"
  ON "Answer" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER helpful_vote_append_only BEFORE UPDATE OR DELETE ON "HelpfulVote" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER helpful_vote_no_truncate BEFORE TRUNCATE ON "HelpfulVote" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
