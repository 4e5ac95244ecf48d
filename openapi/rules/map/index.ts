/** Pure rules of the service-point map, shared by the service, the SDK's store and tests; small, because phones load them. */
export * from './categories.js';
export * from './cells.js';
export * from './coordinates.js';
export * from './mercator.js';
export * from './opening-hours.js';
export * from './place.js';
export * from './point-table.js';
