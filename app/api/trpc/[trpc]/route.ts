import { answerTrpc } from "#server/api/answer-trpc.ts";

export { answerTrpc as GET, answerTrpc as POST };
