// Jest takes a time limit per run only; each level of tests has one of its own here.
jest.setTimeout(globalThis.testTimeoutMs);
