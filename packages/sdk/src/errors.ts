/** Everything that the SDK throws, one class a file, with a guard for each. */
export { FulianError, isFulianError, type ErrorFacts } from './errors/fulian-error.js';
export { ProblemError, isProblemError, type Problem } from './errors/problem-error.js';
export { NetworkError, isNetworkError } from './errors/network-error.js';
export { TimeoutError, isTimeoutError } from './errors/timeout-error.js';
export { AbortedError, isAbortedError } from './errors/aborted-error.js';
export { ContractError, isContractError } from './errors/contract-error.js';
