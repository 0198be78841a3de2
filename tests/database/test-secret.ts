// The one secret of all tests: every database of a run shares the roles of its server.
export const TEST_SECRET = "the secret of all tests and of nothing else";
