/** Pure rules of a council, shared by the service, the SDK, its verifier and tests: G1 to G3 say what its public log is. */
export * from './log/index.js';
