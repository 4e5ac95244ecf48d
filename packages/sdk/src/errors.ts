/** Placeholder */
export interface FulianError extends Error { readonly code: string }
