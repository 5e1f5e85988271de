import { react } from './react.ts';
import type { StateApi } from './state-api.ts';

export type { Flow, FlowTable, OptionGroup, PortBase, PortStep, StateApi } from './state-api.ts';
export { Port } from './state-api.ts';

/** Every library that keeps state which values are followed through. A new one is a file beside these and a line here. */
export const stateLibraries: readonly StateApi[] = [react];
