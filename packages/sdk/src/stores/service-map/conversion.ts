/** What turns a place into another coordinate system, with the outline that it needs: fetched when there is one to be turned. */
export { fromGcj02, toGcj02 } from '@fulian/contract/rules/map';
